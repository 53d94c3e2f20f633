import type { Instant, Zone } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import { addCredit, type CreditBucket, NO_CREDIT } from "./credit-sums";
import {
  addSales,
  type CreditMetricId,
  creditValues,
  type MetricValues,
  metricValues,
  NO_SALES,
  type SalesMetricId,
  type SalesSums,
} from "./metrics";
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
  metrics: readonly SalesMetricId[],
): Pick<Report, "rows" | "totals"> {
  return sumInto(buckets, periods, { nothing: NO_SALES, add: addSales, tell: (sums) => metricValues(sums, metrics) });
}

/** The same of what was credited. */
export function sumCreditPeriods(
  buckets: readonly CreditBucket[],
  periods: readonly Period[],
  metrics: readonly CreditMetricId[],
): Pick<Report, "rows" | "totals"> {
  return sumInto(buckets, periods, { nothing: NO_CREDIT, add: addCredit, tell: (sums) => creditValues(sums, metrics) });
}

/** How sums of one kind are added up and told. */
type Sums<Sum> = { readonly nothing: Sum; readonly add: (left: Sum, right: Sum) => Sum; readonly tell: (sums: Sum) => MetricValues };

function sumInto<Sum extends object>(
  buckets: readonly (Sum & { readonly bucket: Instant })[],
  periods: readonly Period[],
  { nothing, add, tell }: Sums<Sum>,
): Pick<Report, "rows" | "totals"> {
  const rows: ReportRow[] = [];
  let total = nothing;
  let at = 0;
  for (const { period, start, end } of periods) {
    let sums = nothing;
    for (; at < buckets.length; at++) {
      const bucket = buckets[at] as Sum & { readonly bucket: Instant };
      if (bucket.bucket >= end) break;
      if (bucket.bucket >= start) sums = add(sums, bucket);
    }
    total = add(total, sums);
    if (Object.values(sums).some((value) => value !== 0)) rows.push({ period, values: tell(sums) });
  }
  return { rows, totals: tell(total) };
}
