import type { Currency } from "~/domain/kernel/currency";
import { type Earnings, totalEarnings } from "~/domain/reporting/earnings";
import type { Grain } from "~/domain/reporting/periods";
import { type BarState, EARNED_STATES } from "../charts/bar-plan";
import { type Column, DataTable } from "../display/data-table";
import { More } from "../display/more";
import { formatMoney } from "../format/money";
import { formatPeriod } from "../format/periods";
import { useTexts } from "../texts/texts-context";

type Props = { readonly earnings: readonly Earnings[]; readonly by: Grain; readonly currency: Currency };

const STATES: readonly BarState[] = [...EARNED_STATES, "reversed"];

/** The bars' numbers as a table: what the picture shows can be read without it. */
export function EarningsTwin({ earnings, by, currency }: Props) {
  const { t, locale } = useTexts();
  const money = (state: BarState, one: Omit<Earnings, "period">): string =>
    formatMoney(locale, state === "reversed" ? -one.reversed : one[state], currency);
  const columns: readonly Column<Earnings>[] = [
    { id: "period", head: t(`sales.period.${by}`), cell: (one) => formatPeriod(locale, by, one.period) },
    ...STATES.map(
      (state): Column<Earnings> => ({ id: state, head: t(`studio.state.${state}`), number: true, cell: (one) => money(state, one) }),
    ),
  ];
  const totals = totalEarnings(earnings);
  return (
    <More label={t("table.show")} twin="earnings">
      <DataTable
        caption={t("studio.earnings")}
        columns={columns}
        rows={earnings}
        keyOf={(one) => one.period}
        foot={[t("sales.total"), ...STATES.map((state) => money(state, totals))]}
        density="compact"
      />
    </More>
  );
}
