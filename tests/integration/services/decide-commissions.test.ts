import { expect, it } from "vitest";
import type { Instant } from "~/domain/kernel/branded";
import { DAY_MS } from "~/domain/kernel/instant";
import { claimEvents } from "~/services/claim-events";
import { decideCommissions } from "~/services/decide-commissions";
import { findExplanation } from "~db/queries/decisions";
import { listBalances } from "~db/queries/ledger";
import { onEachDatabase, type World } from "~tests/support/databases";
import { cancelUnits, decideAll, placeOrder } from "~tests/support/placed-orders";
import { addAffiliate, openShop, setRate, touchOf } from "~tests/support/shops";

const commissionsOf = (world: World) =>
  world.db.query.selectFrom("commissions").select(["affiliate_id", "accrued_minor"]).orderBy("affiliate_id").execute();

const reversalsOf = (world: World) =>
  world.db.query
    .selectFrom("commission_reversals")
    .select(["affiliate_id", "program_seq", "amount_minor"])
    .orderBy("program_seq")
    .orderBy("affiliate_id")
    .execute();

const decisionsOf = (world: World) =>
  world.db.query.selectFrom("decisions").select(["affiliate_id", "commission_minor", "reason"]).orderBy("affiliate_id").execute();

async function typesOf(world: World): Promise<readonly string[]> {
  const rows = await world.db.query.selectFrom("events").select("type").where("type", "like", "commission.%").orderBy("id").execute();
  return rows.map((row) => row.type);
}

onEachDatabase((open) => {
  it("accrues and takes back the worked example to the cent", async () => {
    const world = await open();
    const now = world.clock.now();
    const shop = await openShop(world, { model: "linear", rateBps: 1_000 });
    const a = await addAffiliate(world, "a");
    const b = await addAffiliate(world, "b");
    // A touched at 10 %; since then the program pays 8 %.
    await setRate(world, shop, { rateBps: 800, from: (now - 2 * DAY_MS) as Instant });
    const touches = [touchOf(a, { at: now - 3 * DAY_MS }), touchOf(b, { at: now - DAY_MS })];
    const order = await placeOrder(world, shop, {
      lines: [{ quantity: 3, unitPriceMinor: 2_999, discountMinor: 900, touches }],
      shippingMinor: 499,
    });
    const [line] = order.lines;
    if (line === undefined) throw new Error("no line");
    expect(line).toMatchObject({ paidMinor: 8_097, taxMinor: 1_350, baseMinor: 6_747 });
    await decideAll(world);
    expect(await commissionsOf(world)).toEqual([
      { affiliate_id: a, accrued_minor: 337 },
      { affiliate_id: b, accrued_minor: 270 },
    ]);
    await cancelUnits(world, shop, order, [{ line, quantity: 1 }]);
    await decideAll(world);
    expect(await reversalsOf(world)).toEqual([
      { affiliate_id: a, program_seq: 2, amount_minor: 112 },
      { affiliate_id: b, program_seq: 2, amount_minor: 90 },
    ]);
    await cancelUnits(world, shop, order, [{ line, quantity: 1 }]);
    await decideAll(world);
    expect((await reversalsOf(world)).slice(2)).toEqual([
      { affiliate_id: a, program_seq: 3, amount_minor: 113 },
      { affiliate_id: b, program_seq: 3, amount_minor: 90 },
    ]);
    expect(await listBalances(world.db.query)).toEqual([
      { currency: "EUR", account: "affiliate_pending", amountMinor: -202 },
      { currency: "EUR", account: "brand_payable", amountMinor: 202 },
    ]);
    expect(await typesOf(world)).toEqual(["commission.decided", "commission.reversed", "commission.reversed"]);
  });

  it("keeps for the explanation page all that the cents were made from", async () => {
    const world = await open();
    const now = world.clock.now();
    const shop = await openShop(world);
    const a = await addAffiliate(world, "a");
    const order = await placeOrder(world, shop, {
      lines: [{ quantity: 1, unitPriceMinor: 1_200, touches: [touchOf(a, { at: now - DAY_MS, id: "tch_a" })] }],
    });
    await decideAll(world);
    const explanation = await findExplanation(world.db.query, order.lines[0]?.orderLineId ?? ("" as never));
    expect(explanation).toMatchObject({
      line: { quantity: 1, baseMinor: 1_000 },
      program: { model: "last_touch", scope: "product_then_brand", windowDays: 30 },
      touches: [{ touchId: "tch_a", affiliateId: a, verdict: "candidate" }],
      credits: [
        { ppm: 1_000_000, pays: "freeze", exact: { numerator: "1000000000000", denominator: "10000000000" }, commissionMinor: 100 },
      ],
      totalMinor: 100,
    });
  });

  it("decides about everyone in reach, and says why those who earn nothing do not", async () => {
    const world = await open();
    const now = world.clock.now();
    const shop = await openShop(world);
    const [winner, brandOnly, late, self, stranger, bot] = await Promise.all(
      ["winner", "brand-only", "late", "self", "stranger", "bot"].map((handle) => addAffiliate(world, handle)),
    );
    if (!winner || !brandOnly || !late || !self || !stranger || !bot) throw new Error("six were added");
    await placeOrder(world, shop, {
      lines: [
        {
          quantity: 1,
          unitPriceMinor: 6_000,
          touches: [
            touchOf(late, { at: now - 60 * DAY_MS }),
            touchOf(winner, { at: now - 5 * DAY_MS }),
            touchOf(self, { at: now - 4 * DAY_MS, disqualified: "self" }),
            touchOf(stranger, { at: now - 3 * DAY_MS, disqualified: "partnership" }),
            touchOf(bot, { at: now - 2 * DAY_MS, disqualified: "bot" }),
            touchOf(brandOnly, { at: now - DAY_MS, pointsAt: "brand" }),
          ],
        },
      ],
    });
    await decideAll(world);
    expect(await decisionsOf(world)).toEqual(
      [
        { affiliate_id: winner, commission_minor: 500, reason: null },
        { affiliate_id: brandOnly, commission_minor: 0, reason: "other_touch_won" },
        { affiliate_id: late, commission_minor: 0, reason: "no_touch_in_window" },
        { affiliate_id: self, commission_minor: 0, reason: "self_purchase" },
        { affiliate_id: stranger, commission_minor: 0, reason: "partnership_not_approved" },
        { affiliate_id: bot, commission_minor: 0, reason: "unqualified_only" },
      ].sort((one, other) => (one.affiliate_id < other.affiliate_id ? -1 : 1)),
    );
  });

  it("credits A for clicks A, B, A, and passes over a touch after the freeze", async () => {
    const world = await open();
    const now = world.clock.now();
    const shop = await openShop(world);
    const a = await addAffiliate(world, "a");
    const b = await addAffiliate(world, "b");
    const touches = [
      touchOf(a, { at: now - 5_000 }),
      touchOf(b, { at: now - 4_000 }),
      touchOf(a, { at: now - 3_000 }),
      touchOf(b, { at: now - 1_000 }),
    ];
    await placeOrder(world, shop, { lines: [{ quantity: 1, unitPriceMinor: 1_200, touches }], frozenAt: now - 2_000 });
    await decideAll(world);
    expect(await decisionsOf(world)).toEqual([
      { affiliate_id: a, commission_minor: 100, reason: null },
      { affiliate_id: b, commission_minor: 0, reason: "other_touch_won" },
    ]);
  });

  it("tells of an order that nobody brought, without a decision", async () => {
    const world = await open();
    const shop = await openShop(world);
    const order = await placeOrder(world, shop, { lines: [{ quantity: 2, unitPriceMinor: 1_200, touches: [] }] });
    const [line] = order.lines;
    if (line === undefined) throw new Error("no line");
    await cancelUnits(world, shop, order, [{ line, quantity: 2 }]);
    expect(await decideAll(world)).toBe(2);
    expect(await decisionsOf(world)).toEqual([]);
    expect(await typesOf(world)).toEqual(["commission.decided", "commission.reversed"]);
  });

  it("puts a step that comes before its turn back, which is no failure, and takes it in afterwards", async () => {
    const world = await open();
    const shop = await openShop(world);
    const a = await addAffiliate(world, "a");
    const touches = [touchOf(a, { at: world.clock.now() - 1_000 })];
    const order = await placeOrder(world, shop, { lines: [{ quantity: 1, unitPriceMinor: 1_200, touches }] });
    const [line] = order.lines;
    if (line === undefined) throw new Error("no line");
    world.clock.advance(10);
    await cancelUnits(world, shop, order, [{ line, quantity: 1 }]);
    // The order's own event is out of sight, as it is while another worker holds it.
    await world.db.query
      .updateTable("outbox")
      .set({ available_at: world.clock.now() + 60_000 })
      .where("event_id", "=", order.eventId)
      .execute();
    expect(await decideAll(world)).toBe(0);
    const waiting = world.db.query.selectFrom("outbox").select(["state", "attempts"]).where("consumer", "=", "commission.decide");
    expect(await waiting.execute()).toEqual([
      { state: "waiting", attempts: 0 },
      { state: "waiting", attempts: 0 },
    ]);
    world.clock.advance(61_000);
    expect(await decideAll(world)).toBe(2);
    expect(await reversalsOf(world)).toEqual([{ affiliate_id: a, program_seq: 2, amount_minor: 100 }]);
  });

  it("does nothing twice: for a batch that was decided, or whose lease passed to another, or an event delivered again", async () => {
    const world = await open();
    const shop = await openShop(world);
    const a = await addAffiliate(world, "a");
    const touches = [touchOf(a, { at: world.clock.now() - 1_000 })];
    const order = await placeOrder(world, shop, { lines: [{ quantity: 1, unitPriceMinor: 1_200, touches }] });
    const claim = { consumer: "commission.decide", batchSize: 9, batchesAhead: 9 } as const;
    const late = await claimEvents(world.deps, claim);
    world.clock.advance(31_000);
    const current = await claimEvents(world.deps, claim);
    if (late === null || current === null) throw new Error("nothing claimed");
    expect(await decideCommissions(world.deps, { batchId: late.batchId })).toEqual({ decided: 0 });
    expect(await decideCommissions(world.deps, { batchId: current.batchId })).toEqual({ decided: 1 });
    expect(await decideCommissions(world.deps, { batchId: current.batchId })).toEqual({ decided: 0 });
    const again = { consumer: "commission.decide", event_id: order.eventId, brand_id: shop.brandId, recorded_at: 0, available_at: 0 };
    await world.db.query
      .insertInto("outbox")
      .values({ ...again, state: "waiting" })
      .execute();
    expect(await decideAll(world)).toBe(0);
    expect(await commissionsOf(world)).toHaveLength(1);
    expect(await world.db.query.selectFrom("ledger_entries").select("id").execute()).toHaveLength(1);
  });

  it("lets one program's trouble wait without holding up another's", async () => {
    const world = await open();
    const [brume, halden] = [await openShop(world, { slug: "brume" }), await openShop(world, { slug: "halden" })];
    const a = await addAffiliate(world, "a");
    const sell = (shop: typeof brume) =>
      placeOrder(world, shop, {
        lines: [{ quantity: 1, unitPriceMinor: 1_200, touches: [touchOf(a, { at: world.clock.now() - 1_000 })] }],
      });
    const bad = await sell(brume);
    await sell(brume);
    await sell(halden);
    await world.db.query.updateTable("order_lines").set({ touch_path: "no path" }).where("order_id", "=", bad.orderId).execute();
    const claimed = await claimEvents(world.deps, { consumer: "commission.decide", batchSize: 9, batchesAhead: 9 });
    if (claimed === null) throw new Error("nothing claimed");
    await expect(decideCommissions(world.deps, { batchId: claimed.batchId })).rejects.toThrow();
    expect(await world.db.query.selectFrom("decisions").select("brand_id").execute()).toEqual([{ brand_id: halden.brandId }]);
    const left = await world.db.query
      .selectFrom("outbox")
      .select(["event_id", "state"])
      .where("consumer", "=", "commission.decide")
      .orderBy("event_id")
      .execute();
    expect(left.map(({ state }) => state)).toEqual(["leased", "waiting"]);
    expect(left[0]?.event_id).toBe(bad.eventId);
  });

  it("rolls a step back whole when it cannot end", async () => {
    const world = await open();
    const shop = await openShop(world);
    const a = await addAffiliate(world, "a");
    await placeOrder(world, shop, {
      lines: [{ quantity: 1, unitPriceMinor: 1_200, touches: [touchOf(a, { at: world.clock.now() - 1_000 })] }],
    });
    const claimed = await claimEvents(world.deps, { consumer: "commission.decide", batchSize: 9, batchesAhead: 9 });
    if (claimed === null) throw new Error("nothing claimed");
    const faults = {
      reach: (point: string) => {
        if (point === "decide.before_commit") throw new Error("the light went out");
      },
    };
    await expect(decideCommissions({ ...world.deps, faults }, { batchId: claimed.batchId })).rejects.toThrow("light");
    for (const table of ["decisions", "commissions", "commission_parts", "ledger_entries", "ledger_heads", "processed"] as const) {
      expect(await world.db.query.selectFrom(table).selectAll().execute()).toEqual([]);
    }
    expect(await decideCommissions(world.deps, { batchId: claimed.batchId })).toEqual({ decided: 1 });
  });
});
