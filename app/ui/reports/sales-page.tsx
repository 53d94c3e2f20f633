import type { MetricValues } from "~/domain/reporting/metrics";
import type { Report } from "~/domain/reporting/report";
import type { SalesSearch } from "~/schemas/sales-search";
import type { ChartPoint } from "../charts/points";
import { LinkWords } from "../display/link-words";
import { Mark } from "../display/mark";
import { Opens } from "../display/opens";
import { Say } from "../display/say";
import { Section } from "../display/section";
import { Tools } from "../display/tools";
import { formatMoney } from "../format/money";
import { formatDay } from "../format/times";
import { buttonLook } from "../forms/button-look";
import { Icon } from "../icons/icon";
import { AppLink } from "../layout/app-link";
import { salesHref, salesQuery } from "../pick/sales-href";
import { type RangeOption, SalesPicks } from "../pick/sales-picks";
import { useTexts } from "../texts/texts-context";
import { MetricChart } from "./metric-chart";
import { MetricFigures } from "./metric-figures";
import { PeriodTable } from "./period-table";
import { type ProductLine, ProductTable } from "./product-table";
import { periodSentence } from "./sentence-rest";

export type SalesFacts = {
  readonly search: SalesSearch;
  readonly now: number;
  /** Days in the range. */
  readonly days: number;
  readonly report: Report;
  readonly before: MetricValues | null;
  readonly points: readonly ChartPoint[];
  readonly products: readonly ProductLine[];
  readonly others: MetricValues | null;
  readonly ranges: readonly RangeOption[];
  readonly latest: { readonly day: string; readonly from: string } | null;
};

type Props = { readonly base: string; readonly brandZone: string; readonly facts: SalesFacts };

/** A brand's sales over a period: the sentence, every figure, one metric as a chart, all metrics per period, products. */
export function SalesPage({ base, brandZone, facts }: Props) {
  const { t } = useTexts();
  const { search, report, before } = facts;
  const { currency } = report;
  const csv = `${base}.csv?${salesQuery(search)}`;
  const mark = (
    <Mark watermark={report.watermark} now={facts.now} zone={search.zone}>
      <span>{t("mark.refunds")}</span>
      <LinkWords to={csv} file>
        {t("sales.csv")}
      </LinkWords>
    </Mark>
  );
  return (
    <>
      <Tools
        aside={
          <AppLink to={csv} file className={buttonLook({ look: "line", low: true })} label={t("sales.csv")}>
            <Icon name="download" small />
            {t("sales.csv_low")}
          </AppLink>
        }
      >
        <SalesPicks base={base} search={search} ranges={facts.ranges} brandZone={brandZone} />
      </Tools>
      <SalesSentence base={base} facts={facts} />
      <MetricFigures totals={report.totals} before={before} currency={currency} />
      <MetricChart
        title={t("sales.chart", { metric: t(`metric.${search.metric}.title`), by: t(`sales.by.${search.by}`) })}
        points={facts.points}
        metric={search.metric}
        by={search.by}
        currency={currency}
        totals={report.totals}
        before={before}
        mark={mark}
      />
      {report.rows.length === 0 ? null : (
        <>
          <Section title={t("sales.per_period")} note={t("sales.per_period_note")}>
            <PeriodTable rows={report.rows} totals={report.totals} by={search.by} currency={currency} />
          </Section>
          <Section title={t("sales.products")} note={t("sales.products_note")}>
            <ProductTable products={facts.products} others={facts.others} currency={currency} />
          </Section>
        </>
      )}
    </>
  );
}

function SalesSentence({ base, facts }: { readonly base: string; readonly facts: SalesFacts }) {
  const texts = useTexts();
  const { t, locale } = texts;
  const { search, report, before, latest } = facts;
  if (report.rows.length === 0) {
    const [from, to] = [formatDay(locale, search.from), formatDay(locale, search.to)];
    const title = search.from === search.to ? t("sales.sentence_none_one", { from }) : t("sales.sentence_none", { from, to });
    return <Say rest={latest === null ? t("sales.none_before") : <Latest base={base} search={search} latest={latest} />}>{title}</Say>;
  }
  const net = report.totals.net_sales ?? 0;
  const orders = t("sales.sentence_orders", { count: report.totals.orders ?? 0 });
  const rest = before === null ? null : periodSentence(texts, facts.days, { now: net, before: before.net_sales ?? 0 });
  return <Say rest={rest}>{t("sales.sentence", { amount: formatMoney(locale, net, report.currency), orders })}</Say>;
}

type LatestProps = {
  readonly base: string;
  readonly search: SalesSearch;
  readonly latest: { readonly day: string; readonly from: string };
};

function Latest({ base, search, latest }: LatestProps) {
  const { t, locale } = useTexts();
  return (
    <>
      {t("sales.none_latest", { day: formatDay(locale, latest.day) })}{" "}
      <Opens to={salesHref(base, search, { from: latest.from, to: latest.day })}>{t("sales.none_show")}</Opens>
    </>
  );
}
