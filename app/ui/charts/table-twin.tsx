import type { Grain } from "~/domain/reporting/periods";
import { type Column, DataTable } from "../display/data-table";
import { More } from "../display/more";
import { tellChange } from "../format/changes";
import { formatPeriod } from "../format/periods";
import type { Texts } from "../texts/texts";
import { useTexts } from "../texts/texts-context";
import type { MetricWords } from "./chart-words";
import type { ChartPoint } from "./points";

type Props = {
  readonly points: readonly ChartPoint[];
  readonly words: MetricWords;
  readonly by: Grain;
  /** The metric's title. */
  readonly title: string;
};

/** The chart's numbers as a table, always in the page: what the picture shows can be read without it. */
export function TableTwin({ points, words, by, title }: Props) {
  const texts = useTexts();
  return (
    <More label={texts.t("table.show")} twin="chart">
      <DataTable
        caption={title}
        columns={columnsOf(texts, { words, by, title, points })}
        rows={points}
        keyOf={(point) => point.period}
        density="compact"
      />
    </More>
  );
}

function columnsOf(texts: Texts, { words, by, title, points }: Props): readonly Column<ChartPoint>[] {
  const { t, locale } = texts;
  const own: readonly Column<ChartPoint>[] = [
    { id: "period", head: t(`sales.period.${by}`), cell: (point) => formatPeriod(locale, by, point.period) },
    { id: "value", head: title, number: true, phone: "beside", cell: (point) => words.full(point.value) },
  ];
  if (points.every((point) => point.before === null)) return own;
  return [
    ...own,
    { id: "before", head: t("sales.period_before"), number: true, cell: (point) => words.full(point.before?.value ?? null) },
    { id: "change", head: t("sales.change"), number: true, cell: (point) => changeOf(texts, point) },
  ];
}

function changeOf(texts: Texts, { value, before }: ChartPoint): string {
  return value === null || before === null || before.value === null ? "—" : tellChange(texts, value, before.value).words;
}
