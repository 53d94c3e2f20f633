import { expect, it } from "vitest";
import type { Instant } from "~/domain/kernel/branded";
import { NO_SALES } from "~/domain/reporting/metrics";
import { sumPeriods } from "~/domain/reporting/report";

const bucket = (at: number, gross: number) => ({ ...NO_SALES, bucket: at as Instant, gross_sales: gross });
const period = (label: string, start: number, end: number) => ({ period: label, start: start as Instant, end: end as Instant });

it("puts each bucket into its period and leaves empty periods out", () => {
  const periods = [period("a", 0, 10), period("b", 10, 20), period("c", 20, 30)];
  const summed = sumPeriods([bucket(0, 1), bucket(9, 2), bucket(20, 4), bucket(29, 8)], periods, ["gross_sales"]);
  expect(summed.rows).toEqual([
    { period: "a", values: { gross_sales: 3 } },
    { period: "c", values: { gross_sales: 12 } },
  ]);
  expect(summed.totals).toEqual({ gross_sales: 15 });
});

it("leaves out what lies before, between and after the periods", () => {
  const summed = sumPeriods([bucket(-1, 1), bucket(12, 2), bucket(40, 4)], [period("a", 0, 10), period("b", 20, 30)], ["gross_sales"]);
  expect(summed).toEqual({ rows: [], totals: { gross_sales: 0 } });
});

it("works totals out of the whole, not of the rows' quotients", () => {
  const buckets = [
    { ...bucket(0, 100), orders: 1 },
    { ...bucket(10, 100), orders: 3 },
  ];
  const { rows, totals } = sumPeriods(buckets, [period("a", 0, 10), period("b", 10, 20)], ["aov"]);
  expect(rows.map((row) => row.values.aov)).toEqual([100, 33]);
  expect(totals.aov).toBe(50);
});
