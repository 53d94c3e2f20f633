import { expect, it } from "vitest";
import type { BrandId } from "~/domain/kernel/branded";
import { claimEvents } from "~/services/claim-events";
import { foldEvents } from "~/services/fold-events";
import { rebuildProjections } from "~/services/rebuild-projections";
import { listSalesRollups } from "~db/queries/sales-rollups";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand, record, refundOf, saleOf } from "~tests/support/samples";

async function foldAll(world: World): Promise<void> {
  for (;;) {
    const claimed = await claimEvents(world.deps, { consumer: "projections.fold", batchSize: 7, batchesAhead: 8 });
    if (claimed === null) return;
    await foldEvents(world.deps, { batchId: claimed.batchId });
  }
}

async function filled(world: World): Promise<BrandId> {
  const brandId = await addBrand(world);
  await record(world, [
    ...Array.from({ length: 30 }, (_, at) =>
      saleOf(brandId, String(at), { lines: [{ product: `p${at % 4}`, quantity: at + 1, amount: at * 100 }] }),
    ),
    refundOf(brandId, "C1", { lines: [{ product: "p1", quantity: 1, amount: 100 }] }),
  ]);
  await foldAll(world);
  return brandId;
}

onEachDatabase((open) => {
  it("changes nothing when the projections are true, however often it runs", async () => {
    const world = await open();
    const brandId = await filled(world);
    const before = await listSalesRollups(world.db.query, brandId);
    expect(before.length).toBeGreaterThan(4);
    expect(await rebuildProjections(world.deps, {})).toEqual({ brands: 1, rows: before.length, corrected: 0 });
    expect(await rebuildProjections(world.deps, { brandId })).toMatchObject({ corrected: 0 });
    expect(JSON.stringify(await listSalesRollups(world.db.query, brandId))).toBe(JSON.stringify(before));
  });

  it("puts right what was changed, lost or invented, to the byte", async () => {
    const world = await open();
    const brandId = await filled(world);
    const before = await listSalesRollups(world.db.query, brandId);
    await world.db.query.updateTable("sales_by_quarter").set({ gross_minor: 1, orders: 99 }).execute();
    await world.db.query.deleteFrom("product_sales_by_quarter").where("product_id", "=", "p2").execute();
    await world.db.query
      .insertInto("product_sales_by_quarter")
      .values({
        brand_id: brandId,
        product_id: "ghost",
        bucket: 0,
        orders: 1,
        units: 1,
        gross_minor: 1,
        discount_minor: 0,
        refund_minor: 0,
      })
      .execute();
    expect(await rebuildProjections(world.deps, {})).toMatchObject({ corrected: 3 });
    expect(JSON.stringify(await listSalesRollups(world.db.query, brandId))).toBe(JSON.stringify(before));
  });

  it("counts what is folded while it runs exactly once", async () => {
    const world = await open();
    const brandId = await filled(world);
    const more = Array.from({ length: 20 }, (_, at) =>
      saleOf(brandId, `late${at}`, { lines: [{ product: "p0", quantity: 1, amount: 7 }] }),
    );
    await record(world, more);
    await Promise.all([foldAll({ ...world, deps: { ...world.deps, db: world.connect() } }), rebuildProjections(world.deps, {})]);
    await foldAll(world);
    expect(await rebuildProjections(world.deps, {})).toMatchObject({ corrected: 0 });
    const total = (await listSalesRollups(world.db.query, brandId)).find((row) => row.productId === null);
    expect(total).toMatchObject({ orders: 50, grossMinor: (29 * 30 * 100) / 2 + 140 });
  });
});
