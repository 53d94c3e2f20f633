import { type Earnings, totalEarnings } from "~/domain/reporting/earnings";
import type { MetricValues } from "~/domain/reporting/metrics";
import type { Report } from "~/domain/reporting/report";
import { type BarState, EARNED_STATES } from "../charts/bar-plan";
import styles from "../charts/chart.module.css";
import { formatMoney } from "../format/money";
import { useTexts } from "../texts/texts-context";

type Props = { readonly earnings: readonly Earnings[]; readonly report: Report; readonly before: MetricValues | null };

/** What each kind of bar is, with what it adds up to; states that did not occur are left out. */
export function EarningsLegend({ earnings, report, before }: Props) {
  const { t, locale } = useTexts();
  const totals = totalEarnings(earnings);
  const money = (amount: number): string => formatMoney(locale, amount, report.currency);
  const shown: readonly BarState[] = [...EARNED_STATES.filter((state) => totals[state] !== 0), "reversed"];
  return (
    <ul className={styles.legend}>
      {shown.map((state) => (
        <li key={state}>
          <span className={`${styles.swatch} ${styles[state]}`} />
          {t(`studio.state.${state}`)} <b>{money(state === "reversed" ? -totals.reversed : totals[state])}</b>
        </li>
      ))}
      {before === null ? null : (
        <li>
          <svg className={styles.key} viewBox="0 0 16 4" aria-hidden="true">
            <path className={styles.ghost} d="M0 2h16" />
          </svg>
          {t("sales.period_before")} <b>{money(before.commission_accrued ?? 0)}</b>
        </li>
      )}
    </ul>
  );
}
