import type { Currency } from "~/domain/kernel/currency";
import type { MetricId, MetricValues } from "~/domain/reporting/metrics";
import { metricWords } from "../charts/chart-words";
import { ChangeWords } from "../display/change-words";
import { type Figure, Figures } from "../display/figures";
import { useTexts } from "../texts/texts-context";
import { SHOWN_METRICS } from "./shown-metrics";

type Props = {
  readonly metrics?: readonly MetricId[];
  readonly totals: MetricValues;
  readonly before: MetricValues | null;
  readonly currency: Currency;
};

/** Metrics that are bad news when they grow. */
const COSTS: ReadonlySet<MetricId> = new Set(["refunds", "discounts"]);

/** Totals of metrics with their change against the period before. */
export function MetricFigures({ metrics = SHOWN_METRICS, totals, before, currency }: Props) {
  const { t, locale } = useTexts();
  const figures = metrics.map((id): Figure => {
    const words = metricWords(locale, id, currency);
    const now = totals[id] ?? null;
    const past = before?.[id] ?? null;
    return {
      id,
      title: t(`metric.${id}.title`),
      value: words.full(now),
      note:
        before === null ? undefined : (
          <>
            <ChangeWords now={now} before={past} moreIs={COSTS.has(id) ? "bad" : "good"} />
            <br />
            {t("sales.was_before", { amount: words.full(past) })}
          </>
        ),
    };
  });
  return <Figures figures={figures} />;
}
