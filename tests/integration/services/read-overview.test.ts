import { expect, it } from "vitest";
import type { BrandId, Instant } from "~/domain/kernel/branded";
import { readOverview } from "~/services/read-overview";
import { onEachDatabase, type World } from "~tests/support/databases";
import { foldAll } from "~tests/support/histories";
import { addBrand, record, refundOf, saleOf } from "~tests/support/samples";

const at = (text: string): Instant => Date.parse(text) as Instant;

async function overviewOf(world: World, brandId: BrandId) {
  const read = await readOverview(world.deps, { brandId });
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
}

async function openOn(world: World, moment: string): Promise<BrandId> {
  world.clock.set(at(moment));
  const brandId = await addBrand(world);
  const words = { handle: "a", title: "Scarf", description: "", vendor: "", category: "", options: "[]" };
  await world.db.query
    .insertInto("products")
    .values({ id: "a", brand_id: brandId, ...words, status: "active", created_at: 1, updated_at: 1 })
    .execute();
  return brandId;
}

const sale = (brandId: BrandId, invoice: string, day: string, amount: number) =>
  saleOf(brandId, invoice, { at: at(`${day}T10:00:00Z`), lines: [{ product: "a", quantity: 1, amount }] });

onEachDatabase((open) => {
  it("sets yesterday against such weekdays, and 30 days against the 30 before, in the brand's own zone", async () => {
    const world = await open();
    // Monday in Paris, still Sunday in London.
    const brandId = await openOn(world, "2026-11-22T23:30:00Z");
    await record(world, [
      sale(brandId, "1", "2026-11-22", 1_200),
      refundOf(brandId, "C1", { at: at("2026-11-22T12:00:00Z"), lines: [{ product: "a", quantity: 1, amount: 200 }] }),
      sale(brandId, "2", "2026-11-15", 400),
      sale(brandId, "3", "2026-11-08", 600),
      sale(brandId, "4", "2026-10-20", 50),
      sale(brandId, "5", "2026-08-01", 7),
    ]);
    await foldAll(world.deps);
    const overview = await overviewOf(world, brandId);
    expect(overview.range).toEqual({ from: "2026-10-25", to: "2026-11-23" });
    expect(overview.yesterday).toEqual({ day: "2026-11-22", netMinor: 1_000 });
    // Four Sundays lie between 20 October and then: 400, 600 and two silent ones.
    expect(overview.usualMinor).toBe(250);
    expect(overview.report.totals).toMatchObject({ orders: 3, gross_sales: 2_200, refunds: 200, net_sales: 2_000 });
    expect(overview.previous.totals).toMatchObject({ orders: 1, net_sales: 50 });
    expect(overview.products.map(({ title, values }) => [title, values.orders, values.net_sales])).toEqual([["Scarf", 3, 2_000]]);
    expect(overview.latest).toBe("2026-11-22");
  });

  it("has nothing to say before the first sale, and knows the latest when it is long ago", async () => {
    const world = await open();
    const brandId = await openOn(world, "2026-11-22T12:00:00Z");
    expect(await overviewOf(world, brandId)).toMatchObject({ latest: null, usualMinor: null, yesterday: { netMinor: 0 }, products: [] });
    await record(world, [sale(brandId, "1", "2010-12-09", 100)]);
    await foldAll(world.deps);
    expect(await overviewOf(world, brandId)).toMatchObject({ latest: "2010-12-09", usualMinor: null, report: { rows: [] } });
  });

  it("refuses a brand that is not there", async () => {
    const world = await open();
    expect(await readOverview(world.deps, { brandId: "brd_none" as BrandId })).toEqual({ ok: false, error: { kind: "brand_not_found" } });
  });
});
