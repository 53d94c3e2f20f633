import type { ReactNode } from "react";
import type { Currency } from "~/domain/kernel/currency";
import type { CreditMetricId, MetricValues } from "~/domain/reporting/metrics";
import type { NamedGroup } from "~/domain/reporting/named-group";
import { metricWords } from "../charts/chart-words";
import { type Column, DataTable } from "../display/data-table";
import { More } from "../display/more";
import { useTexts } from "../texts/texts-context";

/** A last row: a name and figures; metrics that mean nothing there are left out. */
type Foot = { readonly name: string; readonly values: MetricValues };

type Props = {
  readonly caption: string;
  readonly head: string;
  readonly name: (group: NamedGroup) => ReactNode;
  readonly groups: readonly NamedGroup[];
  readonly metrics: readonly CreditMetricId[];
  /** The metric that stands beside the name on phones. */
  readonly beside: CreditMetricId;
  /** Rows after the groups; the last one sums up. */
  readonly feet: readonly Foot[];
  readonly currency: Currency;
};

/** A list a little longer than what is shown first is not worth folding. */
const SHOWN_AT_ONCE = 20;
const FIRST_ROWS = 15;

type Line = { readonly key: string; readonly name: ReactNode; readonly values: MetricValues };

/** Figures of affiliates, links or posts under each other, with what they add up to. */
export function CreditTable({ caption, head, name, groups, metrics, beside, feet, currency }: Props) {
  const { t, locale } = useTexts();
  const words = (id: CreditMetricId, values: MetricValues): string => metricWords(locale, id, currency).full(values[id] ?? null);
  const columns: readonly Column<Line>[] = [
    { id: "name", head, cell: (line) => line.name },
    ...metrics.map(
      (id): Column<Line> => ({
        id,
        head: t(`metric.${id}.title`),
        number: true,
        phone: id === beside ? "beside" : "pair",
        cell: (line) => words(id, line.values),
      }),
    ),
  ];
  const lines: readonly Line[] = groups.map((group) => ({ key: group.key, name: name(group), values: group.values }));
  const rest: readonly Line[] = feet.slice(0, -1).map((foot) => ({ key: foot.name, ...foot }));
  const last = feet.at(-1);
  const foot = last === undefined ? undefined : [last.name, ...metrics.map((id) => words(id, last.values))];
  const table = { caption, columns, keyOf: (line: Line) => line.key };
  if (lines.length <= SHOWN_AT_ONCE) return <DataTable {...table} rows={[...lines, ...rest]} foot={foot} />;
  return (
    <>
      <DataTable {...table} rows={[...lines.slice(0, FIRST_ROWS), ...rest]} foot={foot} />
      <More label={t("studio.more_rows", { count: lines.length - FIRST_ROWS })}>
        <DataTable {...table} rows={lines.slice(FIRST_ROWS)} />
      </More>
    </>
  );
}
