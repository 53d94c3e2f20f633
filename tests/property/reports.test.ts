import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import type { BrandId, Instant, LocalDay, ProductId, Zone } from "~/domain/kernel/branded";
import { instant } from "~/domain/kernel/instant";
import { minor } from "~/domain/kernel/money";
import { plusDays } from "~/domain/kernel/zones";
import { mergeDeltas, salesDeltas } from "~/domain/reporting/fold-sales";
import { listPeriods } from "~/domain/reporting/periods";
import { type SalesBucket, sumPeriods } from "~/domain/reporting/report";

const BRAND = "brd" as BrandId;
const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"), "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns");
const start = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2030, 0, 1) });
const sale = fc.record({
  after: fc.integer({ min: 0, max: 12 * 86_400_000 }),
  amount: fc.integer({ min: 1, max: 10_000 }),
  refund: fc.boolean(),
});

function bucketsOf(
  from: number,
  sales: readonly { readonly after: number; readonly amount: number; readonly refund: boolean }[],
): readonly SalesBucket[] {
  const deltas = sales.flatMap(({ after, amount, refund }, index) => {
    const line = { ordinal: 1, productId: "p" as ProductId, code: "p", quantity: 1, unitPrice: "1", amountMinor: minor(amount) };
    const head = { source: "s", invoice: String(index), customer: null, country: null };
    const about = { id: "e" as never, brandId: BRAND, subjectId: "s", occurredAt: instant(from + after), recordedAt: instant(0) };
    return refund
      ? salesDeltas({ ...about, type: "history.refund", payload: { ...head, lines: [line] } })
      : salesDeltas({ ...about, type: "history.sale", payload: { ...head, opensOrder: true, lines: [{ ...line, opensProduct: true }] } });
  });
  return mergeDeltas(deltas)
    .filter(({ productId }) => productId === null)
    .sort((a, b) => a.bucket - b.bucket)
    .map((row) => ({
      bucket: row.bucket,
      orders: row.orders,
      units: row.units,
      gross_sales: row.grossMinor,
      discounts: row.discountMinor,
      refunds: row.refundMinor,
    }));
}

/** The day an instant lies in, told by Temporal: the last one whose start is not after it. */
function dayOf(at: number, name: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).toPlainDate();
  const days = [local.add({ days: 1 }), local, local.subtract({ days: 1 })];
  return String(days.find((day) => day.toZonedDateTime(name).epochMilliseconds <= at));
}

it("sums by the days of any zone what a recount of the raw sales gives", () => {
  fc.assert(
    fc.property(zone, start, fc.array(sale, { maxLength: 60 }), (name, from, sales) => {
      const recount = new Map<string, { gross: number; refunds: number; orders: number }>();
      for (const { after, amount, refund } of sales) {
        const day = dayOf(from + after, name);
        const sums = recount.get(day) ?? { gross: 0, refunds: 0, orders: 0 };
        if (refund) sums.refunds += amount;
        else sums.gross += amount;
        sums.orders += refund ? 0 : 1;
        recount.set(day, sums);
      }
      const first = new Date(from - 2 * 86_400_000).toISOString().slice(0, 10) as LocalDay;
      const periods = listPeriods({ by: "day", from: first, to: plusDays(first, 17), zone: name as Zone });
      const { rows, totals } = sumPeriods(bucketsOf(from, sales), periods, ["gross_sales", "refunds", "orders"]);
      const told = new Map(
        rows.map(({ period, values }) => [period, { gross: values.gross_sales, refunds: values.refunds, orders: values.orders }]),
      );
      expect(told).toEqual(new Map([...recount].sort(([a], [b]) => (a < b ? -1 : 1))));
      expect(totals.orders).toBe(sales.filter(({ refund }) => !refund).length);
    }),
    { numRuns: 600 },
  );
});

it("gives the same totals by hour, day, week and month, and each hour what happened in it", () => {
  fc.assert(
    fc.property(zone, start, fc.array(sale, { minLength: 1, maxLength: 40 }), (name, from, sales) => {
      const first = new Date(from - 2 * 86_400_000).toISOString().slice(0, 10) as LocalDay;
      const range = { from: first, to: plusDays(first, 17), zone: name as Zone };
      const buckets = bucketsOf(from, sales);
      const totals = (["hour", "day", "week", "month"] as const).map(
        (by) => sumPeriods(buckets, listPeriods({ ...range, by }), ["gross_sales", "refunds"]).totals,
      );
      expect(new Set(totals.map((total) => JSON.stringify(total))).size).toBe(1);
      const hours = listPeriods({ ...range, by: "hour" });
      const { rows } = sumPeriods(buckets, hours, ["orders", "refunds", "gross_sales"]);
      for (const { period, values } of rows) {
        const hour = hours.find((known) => known.period === period) as { readonly start: Instant; readonly end: Instant };
        const within = sales.filter(({ after }) => from + after >= hour.start && from + after < hour.end);
        expect(values.orders).toBe(within.filter(({ refund }) => !refund).length);
      }
    }),
    { numRuns: 300 },
  );
});
