import type { Instant, Zone } from "~/domain/kernel/branded";
import { done, type Outcome } from "~/domain/kernel/outcome";
import { SALES_METRIC_IDS, type SalesMetricId } from "~/domain/reporting/metrics";
import { parseChoice, parseSpan, type SearchProblem, type SpanSearch } from "./search";

/** What a sales page shows, as its address says it. */
export type SalesSearch = SpanSearch & { readonly metric: SalesMetricId };

/**
 * Reads the address of a sales page. Missing settings: the 30 days up to today in the brand's zone, per day,
 * net sales, compared with the 30 before. Anything unusable is refused rather than guessed.
 */
export function parseSalesSearch(
  query: URLSearchParams,
  fallback: { readonly zone: Zone; readonly now: Instant },
): Outcome<SalesSearch, SearchProblem> {
  const span = parseSpan(query, fallback, ["metric"]);
  if (!span.ok) return span;
  const metric = parseChoice(query, "metric", SALES_METRIC_IDS, "net_sales");
  return metric.ok ? done({ ...span.value, metric: metric.value }) : metric;
}
