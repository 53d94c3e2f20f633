import { expect, it } from "vitest";
import type { BatchId, BrandId, Instant } from "~/domain/kernel/branded";
import { bucketOf } from "~/domain/reporting/fold-sales";
import { claimEvents } from "~/services/claim-events";
import { foldEvents } from "~/services/fold-events";
import { listSalesRollups } from "~db/queries/sales-rollups";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand, record, refundOf, SAMPLE_TIME, saleOf } from "~tests/support/samples";

async function claim(world: World): Promise<BatchId> {
  const claimed = await claimEvents(world.deps, { consumer: "projections.fold", batchSize: 500, batchesAhead: 8 });
  if (claimed === null) throw new Error("nothing to claim");
  return claimed.batchId;
}

async function recordThree(world: World, brandId: BrandId): Promise<void> {
  await record(world, [
    saleOf(brandId, "1", { lines: [{ product: "a", quantity: 2, amount: 500 }] }),
    saleOf(brandId, "2", { lines: [{ product: "b", quantity: 1, amount: 99 }] }),
    refundOf(brandId, "C3", { lines: [{ product: "a", quantity: 1, amount: 250 }] }),
  ]);
}

onEachDatabase((open) => {
  it("adds each event once and empties its lease", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    await recordThree(world, brandId);
    expect(await foldEvents(world.deps, { batchId: await claim(world) })).toEqual({ folded: 3 });
    const brandRow = (await listSalesRollups(world.db.query, brandId)).filter((row) => row.productId === null);
    expect(brandRow).toEqual([
      { brandId, productId: null, bucket: bucketOf(SAMPLE_TIME), orders: 2, units: 3, grossMinor: 599, discountMinor: 0, refundMinor: 250 },
    ]);
    expect(await world.db.query.selectFrom("outbox").selectAll().execute()).toEqual([]);
    expect(await world.db.query.selectFrom("processed").select("batch_no").execute()).toHaveLength(3);
  });

  it("does nothing for a batch that was folded, or whose lease passed to another", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    await recordThree(world, brandId);
    const late = await claim(world);
    world.clock.advance(31_000);
    const current = await claim(world);
    expect(await foldEvents(world.deps, { batchId: late })).toEqual({ folded: 0 });
    expect(await foldEvents(world.deps, { batchId: current })).toEqual({ folded: 3 });
    expect(await foldEvents(world.deps, { batchId: current })).toEqual({ folded: 0 });
  });

  it("never adds an event twice even when it is delivered again", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    await recordThree(world, brandId);
    await foldEvents(world.deps, { batchId: await claim(world) });
    const before = await listSalesRollups(world.db.query, brandId);
    const events = await world.db.query.selectFrom("events").select(["id", "brand_id"]).where("type", "!=", "brand.created").execute();
    await world.db.query
      .insertInto("outbox")
      .values(
        events.map((row) => ({
          consumer: "projections.fold",
          event_id: row.id,
          brand_id: row.brand_id,
          recorded_at: 0,
          state: "waiting",
          available_at: 0,
        })),
      )
      .execute();
    expect(await foldEvents(world.deps, { batchId: await claim(world) })).toEqual({ folded: 0 });
    expect(await listSalesRollups(world.db.query, brandId)).toEqual(before);
  });

  it("keeps brands apart in one batch, each with its own version", async () => {
    const world = await open();
    const brume = await addBrand(world, "brume");
    const halden = await addBrand(world, "halden");
    await recordThree(world, brume);
    await record(world, [saleOf(halden, "1", { at: 0 as Instant, lines: [{ product: "x", quantity: 7, amount: 7 }] })]);
    await foldEvents(world.deps, { batchId: await claim(world) });
    expect((await listSalesRollups(world.db.query, halden)).map((row) => [row.productId, row.units])).toEqual([
      [null, 7],
      ["x", 7],
    ]);
    const versions = await world.db.query.selectFrom("projection_versions").select(["brand_id", "version"]).orderBy("brand_id").execute();
    expect(versions).toEqual([brume, halden].sort().map((id) => ({ brand_id: id, version: 1 })));
  });

  it("rolls everything back when an event cannot be read", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    await recordThree(world, brandId);
    await world.db.query
      .insertInto("events")
      .values({ id: "evt_bad", brand_id: brandId, type: "history.sale", subject_id: "x", occurred_at: 0, recorded_at: 0, payload: "{}" })
      .execute();
    await world.db.query
      .insertInto("outbox")
      .values({ consumer: "projections.fold", event_id: "evt_bad", brand_id: brandId, recorded_at: 0, state: "waiting", available_at: 0 })
      .execute();
    const batchId = await claim(world);
    await expect(foldEvents(world.deps, { batchId })).rejects.toThrow("evt_bad");
    expect(await listSalesRollups(world.db.query, brandId)).toEqual([]);
    expect(await world.db.query.selectFrom("processed").selectAll().execute()).toEqual([]);
  });

  it("two workers folding the same brand at once lose and double nothing", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const events = Array.from({ length: 40 }, (_, at) =>
      saleOf(brandId, String(at), { lines: [{ product: `p${at % 3}`, quantity: 1, amount: at }] }),
    );
    await record(world, events);
    const batches: BatchId[] = [];
    for (;;) {
      const claimed = await claimEvents(world.deps, { consumer: "projections.fold", batchSize: 5, batchesAhead: 99 });
      if (claimed === null) break;
      batches.push(claimed.batchId);
    }
    expect(batches).toHaveLength(8);
    const second = world.connect();
    await Promise.all(batches.map((batchId, at) => foldEvents(at % 2 === 0 ? world.deps : { ...world.deps, db: second }, { batchId })));
    const total = (await listSalesRollups(world.db.query, brandId)).find((row) => row.productId === null);
    expect(total).toMatchObject({ orders: 40, units: 40, grossMinor: (39 * 40) / 2 });
  });
});
