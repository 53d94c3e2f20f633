import type { Instant, Zone } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import { addSales, isEmptySales, type MetricId, type MetricValues, metricValues, NO_SALES, type SalesSums } from "./metrics";
import type { Period } from "./periods";
import type { Watermark } from "./watermark";

/** One line of a report. Money in the currency's minor units. */
export type ReportRow = { readonly period: string; readonly values: MetricValues };

/** Figures of a brand by period; periods without activity are left out of `rows`. */
export type Report = {
  readonly currency: Currency;
  readonly zone: Zone;
  readonly watermark: Watermark;
  readonly rows: readonly ReportRow[];
  readonly totals: MetricValues;
};

/** What one quarter hour holds. */
export type SalesBucket = SalesSums & { readonly bucket: Instant };

/**
 * Sums quarter-hour buckets into periods. Both lists are in time order; buckets outside every period are
 * left out. One pass of whole-number additions, no calendar work per bucket.
 */
export function sumPeriods(
  buckets: readonly SalesBucket[],
  periods: readonly Period[],
  metrics: readonly MetricId[],
): Pick<Report, "rows" | "totals"> {
  const rows: ReportRow[] = [];
  let total = NO_SALES;
  let at = 0;
  for (const { period, start, end } of periods) {
    let sums = NO_SALES;
    for (; at < buckets.length; at++) {
      const bucket = buckets[at] as SalesBucket;
      if (bucket.bucket >= end) break;
      if (bucket.bucket >= start) sums = addSales(sums, bucket);
    }
    total = addSales(total, sums);
    if (!isEmptySales(sums)) rows.push({ period, values: metricValues(sums, metrics) });
  }
  return { rows, totals: metricValues(total, metrics) };
}
