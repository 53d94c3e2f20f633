import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { NewEvent } from "~/domain/events/event";
import type { BrandId, PersonId } from "~/domain/kernel/branded";
import { claimEvents } from "~/services/claim-events";
import { foldEvents } from "~/services/fold-events";
import { runAudit } from "~/services/run-audit";
import { findCardNumbers } from "~db/card-scan";
import { INVARIANTS } from "~db/invariants";
import { findLastAuditRun } from "~db/queries/audit-runs";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand, record, saleOf } from "~tests/support/samples";

/** What breaks each invariant, as SQL on a world with one folded sale; `seed` gives ids of that world. */
type Fault = (world: World, seed: { brandId: string; eventId: string }) => Promise<unknown>;

const run = (world: World, statement: string) => sql.raw(statement).execute(world.db.query);
const product = (id: string, brandId: string) =>
  `insert into products (id, brand_id, handle, title, description, vendor, category, status, options, created_at, updated_at)
   values ('${id}', '${brandId}', '${id}', 't', '', '', '', 'active', '[]', 0, 0)`;
const variant = (id: string, brandId: string) =>
  `insert into variants (id, brand_id, product_id, option_values, price_minor, position) values ('${id}', '${brandId}', 'prd', '[]', 100, 1)`;

const FAULTS: Readonly<Record<string, Fault>> = {
  "events.none_lost": (world, { brandId }) =>
    run(world, `insert into events values ('evt_x', '${brandId}', 'history.sale', 'x', 0, 0, '{}')`),
  "events.one_effect": (world, { brandId, eventId }) =>
    run(
      world,
      `insert into outbox (consumer, event_id, brand_id, recorded_at, state, available_at)
      values ('projections.fold', '${eventId}', '${brandId}', ${world.clock.now()}, 'waiting', 0)`,
    ),
  "events.on_time": async (world, { brandId }) => {
    await record(world, [saleOf(brandId as never, "late", { lines: [] })]);
    world.clock.advance(61_000);
  },
  "events.none_dead": async (world, { brandId }) => {
    await record(world, [saleOf(brandId as never, "dead", { lines: [] })]);
    await run(world, `update outbox set state = 'dead'`);
  },
  "projections.equal_events": (world) => run(world, `update product_sales_by_quarter set units = units + 1`),
  "projections.brand_is_sum_of_products": (world) => run(world, `update sales_by_quarter set refund_minor = refund_minor + 1`),
  "brands.created_event": (world) =>
    run(
      world,
      `insert into brands (id, slug, name, currency, timezone, country, status, tax_inclusive, created_at)
      values ('brd_x', 'x', 'x', 'EUR', 'Europe/Paris', 'FR', 'live', 1, 0)`,
    ),
  "staff.events": async (world, { brandId }) => {
    await run(world, `insert into people (id, name, email, created_at, updated_at) values ('per', 'P', 'p@x.example', '', '')`);
    await run(world, `insert into brand_staff values ('${brandId}', 'per', 'owner', 0)`);
  },
  "imports.events": (world, { brandId }) =>
    run(
      world,
      `insert into catalog_imports (id, brand_id, file_name, format, state, body, created_at)
      values ('imp', '${brandId}', 'f', 'shopify', 'done', '', 0)`,
    ),
  "history.events": (world, { brandId }) =>
    run(world, `insert into history_rows values ('${brandId}', 's', 'i', 0, 'd', 'sale', null, 'evt_none', 0)`),
  "stock.movements": async (world, { brandId }) => {
    await run(world, product("prd", brandId));
    await run(world, variant("var", brandId));
    await run(world, `insert into stock_levels (variant_id, brand_id, on_hand) values ('var', '${brandId}', 5)`);
  },
  "tenants.apart": async (world, { brandId }) => {
    await run(world, product("prd", brandId));
    await run(world, variant("var", "brd_other"));
  },
  "secrets.hashed": (world) =>
    run(world, `insert into verifications values ('v', 'reset-password:abc', 'x', '2030-01-01T00:00:00.000Z', '', '')`),
  "cards.none_kept": (world, { brandId }) =>
    run(world, product("prd", brandId).replace("'t', ''", "'t', 'my card is 4242 4242 4242 4242, thanks'")),
};

async function worldWithOneSale(open: () => Promise<World>): Promise<{ world: World; seed: { brandId: string; eventId: string } }> {
  const world = await open();
  const brandId = await addBrand(world);
  const [eventId] = await record(world, [saleOf(brandId, "1", { lines: [{ product: "a", quantity: 2, amount: 500 }] })]);
  const claimed = await claimEvents(world.deps, { consumer: "projections.fold", batchSize: 9, batchesAhead: 9 });
  if (claimed === null || eventId === undefined) throw new Error("no sale to fold");
  await foldEvents(world.deps, { batchId: claimed.batchId });
  await run(world, `insert into history_rows values ('${brandId}', 'test', '1', 0, 'd', 'sale', null, '${eventId}', 0)`);
  return { world, seed: { brandId, eventId } };
}

onEachDatabase((open) => {
  it("is green on a sound database, and keeps its report", async () => {
    const { world } = await worldWithOneSale(open);
    const report = await runAudit(world.deps);
    expect(report.findings.filter((finding) => finding.count > 0)).toEqual([]);
    expect(report.findings.map((finding) => finding.id)).toEqual(INVARIANTS.map((invariant) => invariant.id));
    expect(await findLastAuditRun(world.db.query)).toEqual(report);
  });

  describe("staff.events", () => {
    const personId = "per_mia" as PersonId;
    async function worldWithMember() {
      const { world, seed } = await worldWithOneSale(open);
      const brandId = seed.brandId as BrandId;
      await run(world, `insert into people (id, name, email, created_at, updated_at) values ('${personId}', 'M', 'm@x.example', '', '')`);
      const about = { brandId, subjectId: personId, occurredAt: world.clock.now() };
      const tell = async (event: Extract<NewEvent, { type: `staff.${string}` }>) => {
        world.clock.advance(1);
        await record(world, [event]);
      };
      await tell({ ...about, type: "staff.added", payload: { personId, role: "manager" } });
      await tell({ ...about, type: "staff.role_changed", payload: { personId, from: "manager", to: "analyst" } });
      await run(world, `insert into brand_staff values ('${brandId}', '${personId}', 'analyst', 0)`);
      const removal = { ...about, type: "staff.removed", payload: { personId, role: "analyst" } } as const;
      const offenders = async () => (await runAudit(world.deps)).findings.find(({ id }) => id === "staff.events")?.examples;
      return { world, tell, removal, offenders, name: `${brandId} ${personId}` };
    }

    it("holds for members whose role changed, and for members who left and came back", async () => {
      const { world, tell, removal, offenders } = await worldWithMember();
      expect(await offenders()).toEqual([]);
      await tell(removal);
      await run(world, "delete from brand_staff");
      expect(await offenders()).toEqual([]);
      await tell({ ...removal, type: "staff.added" });
      await run(world, `insert into brand_staff values ('${removal.brandId}', '${personId}', 'analyst', 0)`);
      expect(await offenders()).toEqual([]);
    });

    it("catches a membership that stands after its last event ended it", async () => {
      const { tell, removal, offenders, name } = await worldWithMember();
      await tell(removal);
      expect(await offenders()).toEqual([`${name}: analyst, but no member by its events`]);
    });

    it("catches a role that is not the last event's", async () => {
      const { world, offenders, name } = await worldWithMember();
      await run(world, "update brand_staff set role = 'owner'");
      expect(await offenders()).toEqual([`${name}: owner, but analyst by its events`]);
    });

    it("catches a membership that is gone without an event", async () => {
      const { world, offenders, name } = await worldWithMember();
      await run(world, "delete from brand_staff");
      expect(await offenders()).toEqual([`${name}: no member, but analyst by its events`]);
    });
  });

  it("reads every row once for card numbers, however many share the first part of their key", async () => {
    const world = await open();
    const scopes = Array.from({ length: 4_500 }, (_, at) => `scope-${at}`);
    const values = scopes.map((scope, at) => `('${scope}', 'key', 'hash', '${at % 3 === 0 ? "4242 4242 4242 4242" : "a"}', 0)`);
    await run(world, `insert into idempotency_keys (scope, key, request_hash, response, created_at) values ${values.join(", ")}`);
    const expected = scopes.filter((_, at) => at % 3 === 0).map((scope) => `idempotency_keys ${scope} key`);
    expect([...(await findCardNumbers(world.db.query))].sort()).toEqual(expected.sort());
  });

  it.each(INVARIANTS.map(({ id }) => id))("names the offending row when %s is broken", async (id) => {
    const { world, seed } = await worldWithOneSale(open);
    const fault = FAULTS[id];
    if (fault === undefined) throw new Error(`No planted fault for ${id}`);
    await fault(world, seed);
    const finding = (await runAudit(world.deps)).findings.find((candidate) => candidate.id === id);
    expect(finding?.count).toBeGreaterThan(0);
    expect(finding?.examples[0]).toMatch(/\S/);
  });
});
