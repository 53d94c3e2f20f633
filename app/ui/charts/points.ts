import type { MetricId } from "~/domain/reporting/metrics";
import type { ReportRow } from "~/domain/reporting/report";

/** One point of a chart: a period, its value and that of the same place in the period before. `null`: no value. */
export type ChartPoint = {
  readonly period: string;
  readonly value: number | null;
  readonly before: { readonly period: string; readonly value: number | null } | null;
};

type Series = { readonly rows: readonly ReportRow[]; readonly periods: readonly string[] };

/**
 * The points of one metric for every period, silent ones filled: a sum is 0 there, a quotient has no value.
 * The period before is laid under it place by place; where it is shorter, nothing is compared.
 */
export function chartPoints(metric: MetricId, now: Series, before: Series | null): readonly ChartPoint[] {
  const values = valuesOf(metric, now);
  const earlier = before === null ? [] : valuesOf(metric, before);
  return now.periods.map((period, index) => {
    const past = before?.periods[index];
    return { period, value: values[index] ?? null, before: past === undefined ? null : { period: past, value: earlier[index] ?? null } };
  });
}

function valuesOf(metric: MetricId, series: Series): readonly (number | null)[] {
  const silent = metric === "aov" ? null : 0;
  const known = new Map(series.rows.map((row) => [row.period, row.values[metric] ?? null]));
  return series.periods.map((period) => known.get(period) ?? silent);
}

/** True when there is nothing but zeros and missing values to draw. */
export function isEmptyChart(points: readonly ChartPoint[]): boolean {
  return points.every((point) => (point.value ?? 0) === 0 && (point.before?.value ?? 0) === 0);
}
