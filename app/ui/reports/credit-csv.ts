import { type Currency, exponentOf } from "~/domain/kernel/currency";
import { decimalText } from "~/domain/kernel/money";
import { CREDIT_METRIC_IDS, METRICS, type MetricId, type MetricValues, type Unit } from "~/domain/reporting/metrics";
import type { NamedGroup } from "~/domain/reporting/named-group";
import type { Report } from "~/domain/reporting/report";

type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Decimal places of a unit in a file: every digit there is. */
const PLACES: Readonly<Record<Unit, (currency: Currency) => number>> = {
  money: exponentOf,
  count: () => 0,
  credit: () => 6,
  share: () => 6,
  per_click: (currency) => exponentOf(currency) + 1,
};

/** A metric's value as plain decimal text; empty where a quotient has no value. Shares are of one: 0.023100. */
export function metricCell(id: MetricId, values: MetricValues, currency: Currency): string {
  const value = values[id] ?? null;
  return value === null ? "" : decimalText(value, PLACES[METRICS[id].unit](currency));
}

/** Credit per period as a table for a file, with a last row of totals. */
export function creditPeriodsTable(search: { readonly by: string; readonly zone: string }, report: Report): Table {
  const line = (period: string, values: MetricValues) => [period, search.zone, report.currency, ...cells(values, report.currency)];
  return {
    head: [search.by, "zone", "currency", ...CREDIT_METRIC_IDS],
    rows: [...report.rows.map((row) => line(row.period, row.values)), line("total", report.totals)],
  };
}

/** Credit by affiliate, link or post as a table for a file; `rest` are rows after them, such as what nobody is credited with. */
export function creditGroupsTable(
  groups: readonly NamedGroup[],
  currency: Currency,
  rest: readonly { readonly name: string; readonly values: MetricValues }[],
): Table {
  const rows = groups.map(({ affiliate, channel, link, post, values }) => [
    affiliate?.handle ?? "",
    channel ?? "",
    link?.slug ?? "",
    link?.path ?? "",
    link?.sub1 ?? "",
    post?.postId ?? "",
    post?.caption ?? "",
    currency,
    ...cells(values, currency),
  ]);
  return {
    head: ["affiliate", "channel", "link", "link_path", "link_sub1", "post", "post_caption", "currency", ...CREDIT_METRIC_IDS],
    rows: [...rows, ...rest.map(({ name, values }) => [name, "", "", "", "", "", "", currency, ...cells(values, currency)])],
  };
}

function cells(values: MetricValues, currency: Currency): readonly string[] {
  return CREDIT_METRIC_IDS.map((id) => metricCell(id, values, currency));
}
