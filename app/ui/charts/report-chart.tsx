import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import type { Currency } from "~/domain/kernel/currency";
import type { MetricId } from "~/domain/reporting/metrics";
import type { Grain } from "~/domain/reporting/periods";
import { formatPeriod, shortPeriod } from "../format/periods";
import { useTexts } from "../texts/texts-context";
import styles from "./chart.module.css";
import { metricWords } from "./chart-words";
import { planChart } from "./plan";
import type { ChartPoint } from "./points";
import { StaticChart } from "./static-chart";

/** Recharts weighs more than the rest of the page: it comes after it, in a file of its own. */
const LiveChart = lazy(() => import("./live-chart"));

type Props = {
  readonly points: readonly ChartPoint[];
  readonly metric: MetricId;
  readonly by: Grain;
  readonly currency: Currency;
};

/**
 * A metric over time with the period before behind it. The server's drawing stands in the box until the living
 * one, which answers to pointer and arrow keys, takes its place.
 */
export function ReportChart({ points, metric, by, currency }: Props) {
  const { t, locale } = useTexts();
  const words = useMemo(() => metricWords(locale, metric, currency), [locale, metric, currency]);
  const plan = useMemo(() => planChart(points, words.smallest), [points, words]);
  const labels = useMemo(() => points.map((point) => shortPeriod(locale, by, point.period)), [points, locale, by]);
  const label = t("chart.label", {
    metric: t(`metric.${metric}.title`),
    from: formatPeriod(locale, by, points[0]?.period ?? ""),
    to: formatPeriod(locale, by, points[points.length - 1]?.period ?? ""),
  });
  const drawn = <StaticChart plan={plan} labels={labels} tick={words.tick} label={label} />;
  return (
    <div className={styles.box} data-chart={metric}>
      {useInBrowser() ? (
        <Suspense fallback={drawn}>
          <LiveChart points={points} plan={plan} labels={labels} words={words} by={by} label={label} fallback={drawn} />
        </Suspense>
      ) : (
        drawn
      )}
    </div>
  );
}

/** False on the server and while the page hydrates, so that both draw the same. */
function useInBrowser(): boolean {
  const [inBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  return inBrowser;
}
