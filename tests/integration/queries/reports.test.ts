import { expect, it } from "vitest";
import type { Instant, ProductId } from "~/domain/kernel/branded";
import { insertHistoryProducts } from "~db/queries/products";
import { findLatestSales, listProductSales, listSalesBuckets } from "~db/queries/reports";
import { addSalesDeltas } from "~db/queries/sales-rollups";
import { transact } from "~db/transaction";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";

const bucket = (index: number): Instant => (index * 900_000) as Instant;

onEachDatabase((open) => {
  it("reads a span of quarter hours, of the brand or of one product, start included and end not", async () => {
    const world = await open();
    const { db, clock } = world;
    const brandId = await addBrand(world);
    const [a, b] = ["prd_a" as ProductId, "prd_b" as ProductId];
    const figures = { orders: 1, units: 2, grossMinor: 300, discountMinor: 4, refundMinor: 5 };
    await transact(db, async (tx) => {
      await insertHistoryProducts(tx, { brandId, now: clock.now() }, [
        { productId: a, handle: "a", title: "A" },
        { productId: b, handle: "b", title: "B" },
      ]);
      await addSalesDeltas(tx, [
        ...[0, 1, 2, 3].map((index) => ({ ...figures, brandId, productId: null, bucket: bucket(index) })),
        ...[1, 2].map((index) => ({ ...figures, brandId, productId: a, bucket: bucket(index) })),
        { ...figures, grossMinor: 9_000, brandId, productId: b, bucket: bucket(2) },
      ]);
    });
    const span = { brandId, start: bucket(1), end: bucket(3) };
    const sums = { orders: 1, units: 2, gross_sales: 300, discounts: 4, refunds: 5 };
    expect(await listSalesBuckets(db.query, span)).toEqual([
      { bucket: bucket(1), ...sums },
      { bucket: bucket(2), ...sums },
    ]);
    expect(await listSalesBuckets(db.query, { ...span, start: bucket(2), productId: a })).toEqual([{ bucket: bucket(2), ...sums }]);
    expect(await listProductSales(db.query, span)).toEqual([
      { productId: b, title: "B", handle: "b", sums: { ...sums, gross_sales: 9_000 } },
      { productId: a, title: "A", handle: "a", sums: { orders: 2, units: 4, gross_sales: 600, discounts: 8, refunds: 10 } },
    ]);
    expect(await findLatestSales(db.query, brandId)).toBe(bucket(3));
    expect(await findLatestSales(db.query, "brd_none" as typeof brandId)).toBeUndefined();
  });
});
