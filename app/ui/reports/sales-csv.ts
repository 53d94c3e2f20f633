import { minor, toDecimalText } from "~/domain/kernel/money";
import { METRIC_IDS, METRICS, type MetricId, type MetricValues } from "~/domain/reporting/metrics";
import type { Report } from "~/domain/reporting/report";
import type { SalesSearch } from "~/schemas/sales-search";

/**
 * A report as a table for a file: one row per period with activity and a last one with the totals. Money as
 * plain decimals in the currency beside it; an empty cell where a quotient has no value.
 */
export function salesTable(
  search: Pick<SalesSearch, "by" | "zone">,
  report: Report,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const line = (period: string, values: MetricValues) => [
    period,
    search.zone,
    report.currency,
    ...METRIC_IDS.map((id) => cellOf(report, id, values)),
  ];
  return {
    head: [search.by, "zone", "currency", ...METRIC_IDS],
    rows: [...report.rows.map((row) => line(row.period, row.values)), line("total", report.totals)],
  };
}

function cellOf(report: Report, id: MetricId, values: MetricValues): string {
  const value = values[id] ?? null;
  if (value === null) return "";
  return METRICS[id].unit === "money" ? toDecimalText(minor(value), report.currency) : String(value);
}
