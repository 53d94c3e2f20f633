import { sql } from "kysely";
import { expect, it } from "vitest";
import { usualZone } from "~/domain/accounts/studio";
import type { AffiliateId, DecisionId, Instant, LocalDay, Zone } from "~/domain/kernel/branded";
import { parseCurrency } from "~/domain/kernel/currency";
import { DAY_MS } from "~/domain/kernel/instant";
import { localDayOf } from "~/domain/kernel/zones";
import { totalEarnings } from "~/domain/reporting/earnings";
import { readAffiliateOverview } from "~/services/read-affiliate-overview";
import { readBrandAffiliates } from "~/services/read-brand-affiliates";
import { readCommissionProof } from "~/services/read-commission-proof";
import { readCommissionReport } from "~/services/read-commission-report";
import { rebuildProjections } from "~/services/rebuild-projections";
import { runAudit } from "~/services/run-audit";
import { commissionsTable } from "~/ui/commissions/commissions-csv";
import { creditGroupsTable, creditPeriodsTable } from "~/ui/reports/credit-csv";
import { listPartnerBrands } from "~db/queries/credit-reports";
import { listCreditRollups } from "~db/queries/credit-rollups";
import { addPartnership, type CreditStory, recordPaths, settleAll, tellStory } from "~tests/support/credit-world";
import { onEachDatabase, type World } from "~tests/support/databases";
import { placeOrder } from "~tests/support/placed-orders";
import { addAffiliate, openShop, touchOf } from "~tests/support/shops";

const ZONE = "Asia/Kathmandu" as Zone;

async function told(open: () => Promise<World>): Promise<{ readonly world: World; readonly story: CreditStory }> {
  const world = await open();
  const shop = await openShop(world);
  const people = { lina: await addAffiliate(world, "lina"), noe: await addAffiliate(world, "noe") };
  return { world, story: await tellStory(world, shop, people) };
}

function days(world: World): { readonly from: LocalDay; readonly to: LocalDay } {
  const now = world.clock.now();
  return { from: localDayOf((now - 29 * DAY_MS) as Instant, ZONE), to: localDayOf(now, ZONE) };
}

async function studioOf(world: World, affiliateId: AffiliateId, handle: string) {
  const brands = await listPartnerBrands(world.db.query, affiliateId);
  return { affiliateId, handle, brands, zone: usualZone(brands) };
}

async function sumOf(world: World, query: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ n: number | string | null }>`${query}`.execute(world.db.query);
  return Number(rows[0]?.n ?? 0);
}

onEachDatabase((open) => {
  it("page, files, ledger and plain SQL on the sources tell the same of an affiliate", async () => {
    const { world, story } = await told(open);
    const studio = await studioOf(world, story.lina, "lina");
    const asked = { studio, ...days(world), zone: ZONE, by: "day", compare: true, currency: null } as const;
    const read = await readAffiliateOverview(world.deps, asked);
    if (!read.ok) throw new Error(read.error.kind);
    const { report, earnings, sources, currencies } = read.value;
    const accrued = await sumOf(world, sql`select sum(accrued_minor) as n from commissions where affiliate_id = ${story.lina}`);
    const back = await sumOf(world, sql`select sum(amount_minor) as n from commission_reversals where affiliate_id = ${story.lina}`);
    const ledger = await sumOf(world, sql`select -sum(amount_minor) as n from ledger_lines where owner_id = ${story.lina}`);
    expect(report.totals).toMatchObject({
      raw_clicks: 30,
      clicks: 20,
      orders_credited: 5_000_000,
      units_credited: 10,
      commission_accrued: accrued,
      commission_reversed: back,
      commission_net: ledger,
    });
    expect(accrued).toBe(5 * 667);
    expect(back).toBeGreaterThan(0);
    expect(currencies).toEqual([{ currency: "EUR", netMinor: accrued - back }]);
    expect(report.totals.click_conversion).toBe(250_000);
    expect(report.totals.epc_net).toBe(Math.round(((accrued - back) * 10) / 20));
    expect(totalEarnings(earnings)).toEqual({ paid: 0, approved: 0, provisional: accrued, reversed: back });
    expect(sources.map((group) => [group.channel, group.values.clicks])).toEqual([
      ["post", 10],
      ["link", 10],
    ]);
    expect(sources.reduce((sum, group) => sum + (group.values.commission_net ?? 0), 0)).toBe(accrued - back);
    const file = creditPeriodsTable({ by: "day", zone: ZONE }, report);
    const column = file.head.indexOf("commission_net");
    const summed = file.rows.slice(0, -1).reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0);
    expect(summed).toBe(accrued - back);
    expect(file.rows.at(-1)?.[column]).toBe(((accrued - back) / 100).toFixed(2));
  });

  it("moves what is approved or paid out of the provisional part, and never adds up currencies", async () => {
    const { world, story } = await told(open);
    const yen = await openShop(world, { slug: "minamo", currency: "JPY" });
    await addPartnership(world, yen, story.lina);
    const touch = touchOf(story.lina, { at: world.clock.now() - 1_000 });
    await recordPaths(world, [{ path: touch, brandIds: [yen.brandId, story.shop.brandId] }]);
    await placeOrder(world, yen, { lines: [{ quantity: 1, unitPriceMinor: 12_000, touches: [touch] }] });
    await settleAll(world);
    const first = await world.db.query
      .selectFrom("commissions")
      .select("id")
      .where("currency", "=", "EUR")
      .orderBy("id")
      .limit(1)
      .executeTakeFirstOrThrow();
    await world.db.query.updateTable("commissions").set({ state: "approved" }).where("id", "=", first.id).execute();
    const studio = await studioOf(world, story.lina, "lina");
    const eur = parseCurrency("EUR") ?? null;
    const read = await readAffiliateOverview(world.deps, { studio, ...days(world), zone: ZONE, by: "week", compare: false, currency: eur });
    if (!read.ok) throw new Error(read.error.kind);
    const totals = totalEarnings(read.value.earnings);
    expect(totals.approved).toBe(667);
    expect(totals.approved + totals.provisional).toBe(read.value.report.totals.commission_accrued);
    expect(read.value.report.totals.clicks).toBe(21);
    expect(read.value.currencies.map((entry) => entry.currency)).toEqual(["EUR", "JPY"]);
    expect(read.value.currencies[1]?.netMinor).toBe(1_000);
    const gbp = parseCurrency("GBP") ?? null;
    const refused = await readAffiliateOverview(world.deps, {
      studio,
      ...days(world),
      zone: ZONE,
      by: "day",
      compare: false,
      currency: gbp,
    });
    expect(refused).toMatchObject({ ok: false, error: { kind: "no_such_currency", known: ["EUR", "JPY"] } });
  });

  it("a brand is exactly its affiliates and the unattributed rest, however it is grouped", async () => {
    const { world, story } = await told(open);
    await placeOrder(world, story.shop, { lines: [{ quantity: 3, unitPriceMinor: 999, touches: [] }] });
    await settleAll(world);
    for (const group of ["affiliate", "link", "post"] as const) {
      const asked = { brandId: story.shop.brandId, ...days(world), zone: ZONE, by: "day", compare: false, group } as const;
      const read = await readBrandAffiliates(world.deps, asked);
      if (!read.ok) throw new Error(read.error.kind);
      const { groups, unattributed, whole } = read.value;
      for (const id of ["orders_credited", "units_credited", "credited_sales", "credited_refunds", "credited_net_sales"] as const) {
        const sum = groups.reduce((total, row) => total + (row.values[id] ?? 0), 0) + (unattributed[id] ?? 0);
        expect([group, id, sum]).toEqual([group, id, whole[id]]);
      }
      expect(whole).toMatchObject({ orders_credited: 11_000_000, units_credited: 23 });
      expect(unattributed).toMatchObject({ orders_credited: 1_000_000, units_credited: 3 });
      const file = creditGroupsTable(groups, read.value.report.currency, [
        { name: "unattributed", values: unattributed },
        { name: "brand", values: whole },
      ]);
      const column = file.head.indexOf("orders_credited");
      const rows = file.rows.map((row) => Math.round(Number(row[column]) * 1_000_000));
      expect(rows.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBe(rows.at(-1));
    }
    const figures = (await runAudit(world.deps)).findings.filter((finding) => /^(credits|projections)\./.test(finding.id));
    expect(figures.map((finding) => [finding.id, finding.count])).toEqual(figures.map((finding) => [finding.id, 0]));
    expect(figures.length).toBeGreaterThan(5);
  });

  it("lists every line in reach with its reason, and explains each to the ledger", async () => {
    const { world, story } = await told(open);
    const range = { ...days(world), zone: ZONE };
    const reach = { affiliateId: story.lina };
    const read = await readCommissionReport(world.deps, { ...range, reach, brandIds: [story.shop.brandId], filter: "all", page: 1 });
    if (!read.ok) throw new Error(read.error.kind);
    const { lines, counts, zeros } = read.value;
    expect(lines).toHaveLength(10);
    expect(lines.filter((line) => line.reason === "other_touch_won")).toHaveLength(5);
    expect(counts).toMatchObject([
      { reason: null, lines: 5, accruedMinor: 5 * 667 },
      { reason: "other_touch_won", lines: 5, accruedMinor: 0 },
    ]);
    expect([...zeros.values()][0]).toEqual({ winners: ["noe"], model: "last_touch", windowDays: 30 });
    const whole = await readCommissionReport(world.deps, { ...range, reach, brandIds: [], filter: "earned", page: null });
    if (!whole.ok) throw new Error(whole.error.kind);
    const table = commissionsTable(whole.value.lines);
    expect(table.rows).toHaveLength(5);
    for (const line of lines) {
      const proof = await readCommissionProof(world.deps, { reach, decisionId: line.decisionId });
      expect(proof?.line).toEqual(line);
      expect(
        proof?.entries.reduce((sum, entry) => sum + (entry.kind === "commission.accrued" ? entry.amountMinor : -entry.amountMinor), 0),
      ).toBe(line.accruedMinor - line.backMinor);
      expect(proof?.reversals.reduce((sum, step) => sum + step.amountMinor, 0)).toBe(line.backMinor);
      const rivals = proof?.touches.filter((touch) => !touch.own) ?? [];
      expect(rivals.every((touch) => touch.credit === null || touch.credit.terms === null)).toBe(true);
    }
    const foreign = lines[0]?.decisionId as DecisionId;
    expect(await readCommissionProof(world.deps, { reach: { affiliateId: story.noe }, decisionId: foreign })).toBeNull();
    const other = await openShop(world, { slug: "halden" });
    expect(await readCommissionProof(world.deps, { reach: { brandId: other.brandId }, decisionId: foreign })).toBeNull();
    expect(await readCommissionProof(world.deps, { reach: { brandId: story.shop.brandId }, decisionId: foreign })).not.toBeNull();
  });

  it("rebuilds credit to the byte after it was changed, lost or invented", async () => {
    const { world, story } = await told(open);
    const { brandId } = story.shop;
    const before = await listCreditRollups(world.db.query, brandId);
    expect(before.length).toBeGreaterThan(20);
    expect((await rebuildProjections(world.deps, {})).corrected).toBe(0);
    await world.db.query.updateTable("credit_by_quarter").set({ clicks: 99 }).where("channel", "=", "post").execute();
    await world.db.query.deleteFrom("credit_by_quarter").where("affiliate_id", "=", story.noe).execute();
    const ghost = {
      brand_id: brandId,
      bucket: 0,
      affiliate_id: "ghost",
      channel: "link",
      link_id: "",
      post_id: "",
      raw_clicks: 1,
      clicks: 1,
    };
    const none = { orders_ppm: 0, units: 0, sales_minor: 0, sales_back_minor: 0, accrued_minor: 0, reversed_minor: 0 };
    const clicks = { click_orders_ppm: 0, click_accrued_minor: 0, click_reversed_minor: 0 };
    await world.db.query
      .insertInto("credit_by_quarter")
      .values({ ...ghost, ...none, ...clicks })
      .execute();
    const drift = (await runAudit(world.deps)).findings.find((finding) => finding.id === "projections.equal_events");
    expect(drift?.count).toBeGreaterThan(2);
    expect((await rebuildProjections(world.deps, { brandId })).corrected).toBeGreaterThan(10);
    expect(JSON.stringify(await listCreditRollups(world.db.query, brandId))).toBe(JSON.stringify(before));
  });
});
