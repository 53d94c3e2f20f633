import { expect, it } from "vitest";
import type { BrandId, Instant, ProductId } from "~/domain/kernel/branded";
import type { SalesDelta } from "~/domain/reporting/fold-sales";
import { addSalesDeltas, listSalesRollups, removeSalesRows } from "~db/queries/sales-rollups";
import { transact } from "~db/transaction";
import { onEachDatabase } from "~tests/support/databases";

const BRAND = "brd" as BrandId;

function delta(bucket: number, productId: string | null, units: number): SalesDelta {
  return {
    brandId: BRAND,
    productId: productId as ProductId | null,
    bucket: bucket as Instant,
    orders: 1,
    units,
    grossMinor: units * 10,
    discountMinor: 2,
    refundMinor: 3,
  };
}

onEachDatabase((open) => {
  it("adds to what stands, in statements of any size, and lists in a stable order", async () => {
    const world = await open();
    const rows = Array.from({ length: 1_200 }, (_, at) => [delta(at * 900_000, null, 1), delta(at * 900_000, "p", 1)]).flat();
    await transact(world.db, (tx) => addSalesDeltas(tx, rows));
    await transact(world.db, (tx) => addSalesDeltas(tx, [delta(0, null, 5), delta(0, "p", -1)]));
    const listed = await listSalesRollups(world.db.query, BRAND);
    expect(listed).toHaveLength(2_400);
    expect(listed[0]).toEqual({ ...delta(0, null, 6), orders: 2, grossMinor: 60, discountMinor: 4, refundMinor: 6 });
    expect(listed.find((row) => row.productId === "p" && row.bucket === 0)).toMatchObject({ units: 0, orders: 2 });
    expect(listed.slice(0, 1_200).map((row) => row.bucket)).toEqual(Array.from({ length: 1_200 }, (_, at) => at * 900_000));
  });

  it("removes exactly the named rows", async () => {
    const world = await open();
    await transact(world.db, (tx) => addSalesDeltas(tx, [delta(0, null, 1), delta(0, "p", 1), delta(0, "q", 1), delta(900_000, "p", 1)]));
    await transact(world.db, (tx) => removeSalesRows(tx, [delta(0, null, 0), delta(0, "p", 0)]));
    expect((await listSalesRollups(world.db.query, BRAND)).map((row) => [row.bucket, row.productId])).toEqual([
      [0, "q"],
      [900_000, "p"],
    ]);
  });
});
