import type { Currency } from "~/domain/kernel/currency";
import type { MetricId, MetricValues } from "~/domain/reporting/metrics";
import type { Grain } from "~/domain/reporting/periods";
import type { ReportRow } from "~/domain/reporting/report";
import { metricWords } from "../charts/chart-words";
import { type Column, DataTable } from "../display/data-table";
import { More } from "../display/more";
import { formatPeriod } from "../format/periods";
import { useTexts } from "../texts/texts-context";
import { SHOWN_METRICS } from "./shown-metrics";

type Props = {
  readonly rows: readonly ReportRow[];
  readonly totals: MetricValues;
  readonly by: Grain;
  readonly currency: Currency;
};

/** A month of days is read as a whole; a month of hours is looked things up in. */
const LONG = 62;

/** Net sales stand first on phones: they are what the page is about. */
const BESIDE: MetricId = "net_sales";

/** Every period with all its metrics, and their totals. */
export function PeriodTable({ rows, totals, by, currency }: Props) {
  const { t, locale } = useTexts();
  const words = (id: MetricId, values: MetricValues) => metricWords(locale, id, currency).full(values[id] ?? null);
  const columns: readonly Column<ReportRow>[] = [
    { id: "period", head: t(`sales.period.${by}`), cell: (row) => formatPeriod(locale, by, row.period) },
    ...SHOWN_METRICS.map(
      (id): Column<ReportRow> => ({
        id,
        head: t(`metric.${id}.title`),
        number: true,
        phone: id === BESIDE ? "beside" : "pair",
        cell: (row) => words(id, row.values),
      }),
    ),
  ];
  const table = (
    <DataTable
      caption={t("sales.per_period")}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.period}
      foot={[t("sales.total"), ...SHOWN_METRICS.map((id) => words(id, totals))]}
      density="compact"
    />
  );
  return rows.length > LONG ? <More label={t("sales.more_periods", { count: rows.length })}>{table}</More> : table;
}
