import { Chip } from "../display/chip";
import { type Column, DataTable } from "../display/data-table";
import { EmptyState } from "../display/empty-state";
import { formatCount } from "../format/numbers";
import { formatMoment } from "../format/times";
import type { TextKey } from "../texts/catalogue";
import { useTexts } from "../texts/texts-context";
import type { AuditFacts, FindingFacts } from "./health-facts";

/** What the last audit found, rule by rule; the broken ones first. */
export function AuditReportTable({ report }: { readonly report: AuditFacts | null }) {
  const { t, locale } = useTexts();
  if (report === null) {
    return (
      <EmptyState>
        <p>{t("ops.audit_none")}</p>
        <p>{t("ops.audit_none_body")}</p>
      </EmptyState>
    );
  }
  const columns: readonly Column<FindingFacts>[] = [
    { id: "rule", head: t("ops.rule"), cell: (finding) => <Rule finding={finding} /> },
    { id: "severity", head: t("ops.severity"), cell: (finding) => t(`ops.severity.${finding.severity}`) },
    {
      id: "found",
      head: t("ops.found"),
      number: true,
      phone: "beside",
      cell: (finding) => (finding.count === 0 ? formatCount(locale, 0) : <Chip tone="loss">{formatCount(locale, finding.count)}</Chip>),
    },
  ];
  const findings = [...report.findings].sort((a, b) => b.count - a.count);
  const green = findings.every((finding) => finding.count === 0);
  return (
    <>
      <p>
        {green ? `${t("ops.audit_green", { count: findings.length })} ` : null}
        {t("ops.audit_at", { when: formatMoment(locale, report.finishedAt, "UTC") })}
      </p>
      <DataTable caption={t("ops.audit")} columns={columns} rows={findings} keyOf={(finding) => finding.id} density="compact" />
    </>
  );
}

/** The rule in the reader's language; one that a newer worker checks and this page does not know yet, in its own words. */
function Rule({ finding }: { readonly finding: FindingFacts }) {
  const { t } = useTexts();
  const key = RULES.find((known) => known === `invariant.${finding.id}`);
  return <span lang={key === undefined ? "en" : undefined}>{key === undefined ? finding.title : t(key)}</span>;
}

const RULES: readonly Extract<TextKey, `invariant.${string}`>[] = [
  "invariant.events.none_lost",
  "invariant.events.one_effect",
  "invariant.events.on_time",
  "invariant.events.none_dead",
  "invariant.projections.equal_events",
  "invariant.projections.brand_is_sum_of_products",
  "invariant.brands.created_event",
  "invariant.staff.events",
  "invariant.imports.events",
  "invariant.history.events",
  "invariant.stock.movements",
  "invariant.tenants.apart",
  "invariant.secrets.hashed",
  "invariant.cards.none_kept",
];
