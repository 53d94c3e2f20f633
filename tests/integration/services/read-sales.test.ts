import { expect, it } from "vitest";
import type { BrandId, Instant, LocalDay, ProductId, Zone } from "~/domain/kernel/branded";
import { readSales, type SalesQuestion } from "~/services/read-sales";
import { insertHistoryProducts } from "~db/queries/products";
import { transact } from "~db/transaction";
import { onEachDatabase, type World } from "~tests/support/databases";
import { foldAll } from "~tests/support/histories";
import { addBrand, record, refundOf, saleOf } from "~tests/support/samples";

const at = (text: string): Instant => Date.parse(text) as Instant;
const asked = (brandId: BrandId, change: Partial<SalesQuestion> = {}): SalesQuestion => ({
  brandId,
  zone: "UTC" as Zone,
  by: "day",
  from: "2026-10-03" as LocalDay,
  to: "2026-10-04" as LocalDay,
  compare: true,
  ...change,
});

async function addProducts(world: World, brandId: BrandId, names: readonly string[]): Promise<void> {
  const products = names.map((name) => ({ productId: name as ProductId, handle: name, title: `Product ${name}` }));
  await transact(world.db, (tx) => insertHistoryProducts(tx, { brandId, now: world.clock.now() }, products));
}

onEachDatabase((open) => {
  it("tells a period, the one before, the products of it and the latest day of all", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    await addProducts(world, brandId, ["a", "b"]);
    const line = (product: string, amount: number) => ({ product, quantity: 1, amount });
    await record(world, [
      saleOf(brandId, "1", { at: at("2026-10-02T10:00:00Z"), lines: [line("a", 70)] }),
      saleOf(brandId, "2", { at: at("2026-10-03T10:00:00Z"), lines: [line("a", 100), line("b", 300)] }),
      refundOf(brandId, "C1", { at: at("2026-10-04T10:00:00Z"), lines: [line("b", 250)] }),
      saleOf(brandId, "3", { at: at("2026-10-20T23:30:00Z"), lines: [line("a", 5)] }),
    ]);
    await foldAll(world.deps);
    const sales = await readSales(world.deps, asked(brandId, { zone: "Europe/Paris" as Zone }));
    if (!sales.ok) throw new Error(sales.error.kind);
    const { report, previous, products, others, latest } = sales.value;
    expect(report.totals).toMatchObject({ orders: 1, gross_sales: 400, refunds: 250, net_sales: 150 });
    expect(previous?.rows.map(({ period, values }) => [period, values.gross_sales])).toEqual([["2026-10-02", 70]]);
    expect(previous?.watermark).toEqual(report.watermark);
    expect(products.map(({ title, values }) => [title, values.orders, values.net_sales])).toEqual([
      ["Product a", 1, 100],
      ["Product b", 1, 50],
    ]);
    expect(others).toBeNull();
    expect(latest).toBe("2026-10-21");
  });

  it("puts what comes after a hundred products into one line that adds up", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const names = Array.from({ length: 103 }, (_, index) => `p${String(index).padStart(3, "0")}`);
    await addProducts(world, brandId, names);
    const lines = names.map((product, index) => ({ product, quantity: 1, amount: 1_000 - index }));
    await record(world, [saleOf(brandId, "1", { at: at("2026-10-03T10:00:00Z"), lines })]);
    await foldAll(world.deps);
    const sales = await readSales(world.deps, asked(brandId, { compare: false }));
    if (!sales.ok) throw new Error(sales.error.kind);
    const { report, previous, products, others } = sales.value;
    expect(previous).toBeNull();
    expect(products).toHaveLength(100);
    expect(others).toEqual({ products: 3, values: { units: 3, gross_sales: 900 + 899 + 898, discounts: 0, refunds: 0, net_sales: 2_697 } });
    const listed = products.reduce((sum, { values }) => sum + (values.gross_sales ?? 0), 0);
    expect(listed + (others?.values.gross_sales ?? 0)).toBe(report.totals.gross_sales);
  });

  it("has nothing to tell of a brand without sales, and refuses what does not exist", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    expect(await readSales(world.deps, asked(brandId))).toMatchObject({
      ok: true,
      value: { products: [], others: null, latest: null, report: { rows: [] } },
    });
    expect(await readSales(world.deps, asked("brd_none" as BrandId))).toEqual({ ok: false, error: { kind: "brand_not_found" } });
    expect(await readSales(world.deps, asked(brandId, { to: "2026-10-01" as LocalDay }))).toEqual({
      ok: false,
      error: { kind: "period_reversed" },
    });
  });
});
