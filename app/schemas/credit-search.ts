import type { Instant, Zone } from "~/domain/kernel/branded";
import { type Currency, parseCurrency } from "~/domain/kernel/currency";
import { done, type Outcome } from "~/domain/kernel/outcome";
import { CREDIT_GROUPINGS, type CreditGrouping } from "~/domain/reporting/credit-groups";
import { CREDIT_METRIC_IDS, type CreditMetricId } from "~/domain/reporting/metrics";
import { COMMISSION_FILTERS, type CommissionFilter } from "~/domain/reporting/reported-line";
import { type DaysSearch, parseChoice, parseDays, parseSpan, problem, read, type SearchProblem, type SpanSearch } from "./search";

type Fallback = { readonly zone: Zone; readonly now: Instant };

/** What an affiliate's overview shows, as its address says it. Without a currency, the one most was earned in. */
export type StudioSearch = SpanSearch & { readonly currency: Currency | null };

/** Reads the address of an affiliate's overview. */
export function parseStudioSearch(query: URLSearchParams, fallback: Fallback): Outcome<StudioSearch, SearchProblem> {
  const span = parseSpan(query, fallback, ["currency"]);
  if (!span.ok) return span;
  const currency = read<Currency | null>(query, "currency", { parse: parseCurrency, fallback: null });
  return currency === undefined ? problem("currency", "currency", query.get("currency")) : done({ ...span.value, currency });
}

/** What a brand's page about its affiliates shows. */
export type AffiliatesSearch = SpanSearch & { readonly group: CreditGrouping; readonly metric: CreditMetricId };

/** Reads the address of a brand's page about its affiliates. Missing settings: by affiliate, credited net sales. */
export function parseAffiliatesSearch(query: URLSearchParams, fallback: Fallback): Outcome<AffiliatesSearch, SearchProblem> {
  const span = parseSpan(query, fallback, ["group", "metric"]);
  if (!span.ok) return span;
  const group = parseChoice(query, "group", CREDIT_GROUPINGS, "affiliate");
  if (!group.ok) return group;
  const metric = parseChoice(query, "metric", CREDIT_METRIC_IDS, "credited_net_sales");
  return metric.ok ? done({ ...span.value, group: group.value, metric: metric.value }) : metric;
}

/** Which lines a commission report shows. */
export type CommissionsSearch = DaysSearch & { readonly show: CommissionFilter; readonly page: number };

/** Reads the address of a commission report. Missing settings: the first page of every line. */
export function parseCommissionsSearch(query: URLSearchParams, fallback: Fallback): Outcome<CommissionsSearch, SearchProblem> {
  const days = parseDays(query, fallback, ["show", "page"]);
  if (!days.ok) return days;
  const show = parseChoice(query, "show", COMMISSION_FILTERS, "all");
  if (!show.ok) return show;
  const page = read(query, "page", { parse: pageOf, fallback: 1 });
  return page === undefined ? problem("page", "page", query.get("page")) : done({ ...days.value, show: show.value, page });
}

function pageOf(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
