import type { CreditMetricId, MetricValues } from "~/domain/reporting/metrics";
import type { Grain } from "~/domain/reporting/periods";
import type { Report, ReportRow } from "~/domain/reporting/report";
import { metricWords } from "../charts/chart-words";
import { type Column, DataTable } from "../display/data-table";
import { More } from "../display/more";
import { Section } from "../display/section";
import { formatPeriod } from "../format/periods";
import { useTexts } from "../texts/texts-context";

const SHOWN: readonly CreditMetricId[] = [
  "clicks",
  "orders_credited",
  "click_conversion",
  "commission_accrued",
  "commission_reversed",
  "commission_net",
  "epc_net",
];

/** A month of days is read as a whole; a month of hours is looked things up in. */
const LONG = 62;

/** Clicks, credit and commission of every period, and their totals. */
export function CreditPeriods({ report, by }: { readonly report: Report; readonly by: Grain }) {
  const { t, locale } = useTexts();
  if (report.rows.length === 0) return null;
  const words = (id: CreditMetricId, values: MetricValues): string => metricWords(locale, id, report.currency).full(values[id] ?? null);
  const columns: readonly Column<ReportRow>[] = [
    { id: "period", head: t(`sales.period.${by}`), cell: (row) => formatPeriod(locale, by, row.period) },
    ...SHOWN.map(
      (id): Column<ReportRow> => ({
        id,
        head: t(`metric.${id}.title`),
        number: true,
        phone: id === "commission_net" ? "beside" : "pair",
        cell: (row) => words(id, row.values),
      }),
    ),
  ];
  const table = (
    <DataTable
      caption={t("sales.per_period")}
      columns={columns}
      rows={report.rows}
      keyOf={(row) => row.period}
      foot={[t("sales.total"), ...SHOWN.map((id) => words(id, report.totals))]}
      density="compact"
    />
  );
  return (
    <Section title={t("sales.per_period")} note={t("sales.per_period_note")}>
      {report.rows.length > LONG ? <More label={t("sales.more_periods", { count: report.rows.length })}>{table}</More> : table}
    </Section>
  );
}
