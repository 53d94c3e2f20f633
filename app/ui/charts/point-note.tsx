import type { Grain } from "~/domain/reporting/periods";
import { tellChange } from "../format/changes";
import { formatPeriod } from "../format/periods";
import { useTexts } from "../texts/texts-context";
import styles from "./chart.module.css";
import type { MetricWords } from "./chart-words";
import type { ChartPoint } from "./points";

type Props = { readonly point: ChartPoint | undefined; readonly words: MetricWords; readonly by: Grain };

/** What one point says: its exact value, the one before, and the change in words. Read aloud when it moves. */
export function PointNote({ point, words, by }: Props) {
  const texts = useTexts();
  const { t, locale } = texts;
  if (point === undefined) return <div role="status" />;
  const { value, before } = point;
  return (
    <div role="status" className={styles.note}>
      <span>{formatPeriod(locale, by, point.period)}</span>
      <b>{words.full(value)}</b>
      {before === null ? null : (
        <>
          <span>{t("chart.before", { value: words.full(before.value) })}</span>
          {value === null || before.value === null ? null : <span>{tellChange(texts, value, before.value).words}</span>}
        </>
      )}
    </div>
  );
}
