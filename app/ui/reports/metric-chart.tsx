import type { ReactNode } from "react";
import type { Currency } from "~/domain/kernel/currency";
import type { MetricId, MetricValues } from "~/domain/reporting/metrics";
import type { Grain } from "~/domain/reporting/periods";
import { ChartLegend } from "../charts/chart-legend";
import { metricWords } from "../charts/chart-words";
import { type ChartPoint, isEmptyChart } from "../charts/points";
import { ReportChart } from "../charts/report-chart";
import { TableTwin } from "../charts/table-twin";
import { EmptyState } from "../display/empty-state";
import { Section } from "../display/section";
import { useTexts } from "../texts/texts-context";

type Props = {
  readonly title: string;
  readonly points: readonly ChartPoint[];
  readonly metric: MetricId;
  readonly by: Grain;
  readonly currency: Currency;
  readonly totals: MetricValues;
  readonly before: MetricValues | null;
  /** The watermark with its links. */
  readonly mark: ReactNode;
};

/** One metric over time: heading, legend with totals, picture, watermark, and the same numbers as a table. */
export function MetricChart({ title, points, metric, by, currency, totals, before, mark }: Props) {
  const { t, locale } = useTexts();
  const words = metricWords(locale, metric, currency);
  const legend = (
    <ChartLegend now={words.full(totals[metric] ?? null)} before={before === null ? null : words.full(before[metric] ?? null)} />
  );
  return (
    <Section title={title} note={legend}>
      {isEmptyChart(points) ? (
        <EmptyState>{t("chart.empty")}</EmptyState>
      ) : (
        <ReportChart points={points} metric={metric} by={by} currency={currency} />
      )}
      {mark}
      <TableTwin points={points} words={words} by={by} title={t(`metric.${metric}.title`)} />
    </Section>
  );
}
