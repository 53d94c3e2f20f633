import { useTexts } from "../texts/texts-context";
import styles from "./chart.module.css";

type Props = {
  /** Totals in words. */
  readonly now: string;
  readonly before: string | null;
};

/** Which line is which, with what each adds up to. */
export function ChartLegend({ now, before }: Props) {
  const { t } = useTexts();
  return (
    <ul className={styles.legend}>
      <li>
        <svg className={styles.key} viewBox="0 0 16 4" aria-hidden="true">
          <path d="M0 2h16" />
        </svg>
        {t("sales.this_period")} <b>{now}</b>
      </li>
      {before === null ? null : (
        <li>
          <svg className={styles.key} viewBox="0 0 16 4" aria-hidden="true">
            <path className={styles.dashed} d="M0 2h16" />
          </svg>
          {t("sales.period_before")} <b>{before}</b>
        </li>
      )}
    </ul>
  );
}
