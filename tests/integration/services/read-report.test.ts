import { expect, it } from "vitest";
import type { BrandId, Instant, LocalDay, ProductId, Zone } from "~/domain/kernel/branded";
import { METRIC_IDS } from "~/domain/reporting/metrics";
import { type ReportQuestion, readReport } from "~/services/read-report";
import { onEachDatabase } from "~tests/support/databases";
import { foldAll } from "~tests/support/histories";
import { addBrand, record, refundOf, saleOf } from "~tests/support/samples";

const at = (text: string): Instant => Date.parse(text) as Instant;
const asked = (brandId: BrandId, change: Partial<ReportQuestion> = {}): ReportQuestion => ({
  brandId,
  metrics: METRIC_IDS,
  by: "day",
  from: "2026-11-01" as LocalDay,
  to: "2026-11-02" as LocalDay,
  zone: "UTC" as Zone,
  ...change,
});

onEachDatabase((open) => {
  it("sums what was folded by the days of the zone and says how complete that is", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    await record(world, [
      saleOf(brandId, "1", { at: at("2026-11-01T18:29:59Z"), lines: [{ product: "a", quantity: 2, amount: 500 }] }),
      saleOf(brandId, "2", { at: at("2026-11-01T18:30:00Z"), lines: [{ product: "b", quantity: 1, amount: 301 }] }),
      refundOf(brandId, "C3", { at: at("2026-11-02T03:00:00Z"), lines: [{ product: "a", quantity: 1, amount: 250 }] }),
    ]);
    const before = await readReport(world.deps, asked(brandId));
    expect(before).toMatchObject({ ok: true, value: { rows: [], watermark: { waiting: 3, version: 0 } } });
    await foldAll(world.deps);
    world.clock.advance(60_000);
    const utc = await readReport(world.deps, asked(brandId));
    expect(utc).toMatchObject({ ok: true, value: { currency: "EUR", watermark: { waiting: 0, dead: 0, version: 1 } } });
    if (!utc.ok) return;
    expect(utc.value.rows).toEqual([
      { period: "2026-11-01", values: { orders: 2, units: 3, gross_sales: 801, discounts: 0, refunds: 0, net_sales: 801, aov: 401 } },
      { period: "2026-11-02", values: { orders: 0, units: 0, gross_sales: 0, discounts: 0, refunds: 250, net_sales: -250, aov: null } },
    ]);
    expect(utc.value.totals).toEqual({ orders: 2, units: 3, gross_sales: 801, discounts: 0, refunds: 250, net_sales: 551, aov: 401 });
    const kolkata = await readReport(world.deps, asked(brandId, { zone: "Asia/Kolkata" as Zone, metrics: ["gross_sales"] }));
    if (!kolkata.ok) throw new Error(kolkata.error.kind);
    expect(kolkata.value.rows).toEqual([
      { period: "2026-11-01", values: { gross_sales: 500 } },
      { period: "2026-11-02", values: { gross_sales: 301 } },
    ]);
  });

  it("reads one product alone, counting the orders that hold it", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const lines = [
      { product: "a", quantity: 1, amount: 100 },
      { product: "b", quantity: 2, amount: 300 },
      { product: "a", quantity: 1, amount: 100, opensProduct: false },
    ];
    await record(world, [saleOf(brandId, "1", { at: at("2026-11-01T10:00:00Z"), lines })]);
    await foldAll(world.deps);
    const told = await readReport(
      world.deps,
      asked(brandId, {
        by: "hour",
        to: "2026-11-01" as LocalDay,
        productId: "a" as ProductId,
        metrics: ["orders", "units", "gross_sales"],
      }),
    );
    expect(told).toMatchObject({
      ok: true,
      value: { rows: [{ period: "2026-11-01T10:00+00:00", values: { orders: 1, units: 2, gross_sales: 200 } }] },
    });
  });

  it("keeps brands apart", async () => {
    const world = await open();
    const [own, foreign] = [await addBrand(world), await addBrand(world, "other")];
    await record(world, [saleOf(own, "1", { at: at("2026-11-01T10:00:00Z"), lines: [{ product: "a", quantity: 1, amount: 100 }] })]);
    await foldAll(world.deps);
    expect(await readReport(world.deps, asked(foreign))).toMatchObject({ ok: true, value: { rows: [], totals: { orders: 0, aov: null } } });
  });

  it("refuses unknown brands and impossible ranges", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    expect(await readReport(world.deps, asked("brd_none" as BrandId))).toEqual({ ok: false, error: { kind: "brand_not_found" } });
    expect(await readReport(world.deps, asked(brandId, { to: "2026-10-31" as LocalDay }))).toEqual({
      ok: false,
      error: { kind: "period_reversed" },
    });
    expect(await readReport(world.deps, asked(brandId, { to: "2028-01-01" as LocalDay }))).toEqual({
      ok: false,
      error: { kind: "period_too_long", maxDays: 400 },
    });
  });

  it("reads figures and watermark of one moment while events are folded", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const events = Array.from({ length: 40 }, (_, index) =>
      saleOf(brandId, String(index), { at: at("2026-11-01T10:00:00Z"), lines: [{ product: "a", quantity: 1, amount: 100 }] }),
    );
    const writer = world.connect();
    const folding = (async () => {
      for (const event of events) {
        await record(world, [event]);
        await foldAll({ ...world.deps, db: writer });
      }
    })();
    const reading = (async () => {
      for (let round = 0; round < 40; round++) {
        const told = await readReport(world.deps, asked(brandId, { metrics: ["orders"] }));
        if (!told.ok) throw new Error(told.error.kind);
        expect(told.value.totals.orders).toBe(told.value.watermark.version);
      }
    })();
    await Promise.all([folding, reading]);
  });
});
