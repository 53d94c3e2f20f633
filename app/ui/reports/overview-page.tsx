import type { ReactNode } from "react";
import type { Currency } from "~/domain/kernel/currency";
import type { Report } from "~/domain/reporting/report";
import type { ChartPoint } from "../charts/points";
import { LinkWords } from "../display/link-words";
import { Mark } from "../display/mark";
import { Opens } from "../display/opens";
import { Say } from "../display/say";
import { Section } from "../display/section";
import { Stamp } from "../display/stamp";
import { Tools } from "../display/tools";
import { formatMoney } from "../format/money";
import { formatDay, formatMinute, isoDayOf, placeOfZone } from "../format/times";
import { useTexts } from "../texts/texts-context";
import { FirstSteps } from "./first-steps";
import { MetricChart } from "./metric-chart";
import { MetricFigures } from "./metric-figures";
import { type ProductLine, ProductTable } from "./product-table";
import { weekdaySentence } from "./sentence-rest";

export type OverviewFacts = {
  readonly now: number;
  readonly range: { readonly from: string; readonly to: string };
  readonly report: Pick<Report, "currency" | "zone" | "watermark" | "totals">;
  readonly before: Report["totals"];
  readonly points: readonly ChartPoint[];
  readonly yesterday: { readonly day: string; readonly netMinor: number };
  readonly usualMinor: number | null;
  readonly products: readonly ProductLine[];
  readonly latest: string | null;
  /** The 30 days up to the latest sale, as a query. */
  readonly latestQuery: string | null;
};

type Props = { readonly slug: string; readonly mayImport: boolean; readonly facts: OverviewFacts };

/** A brand's desk: how yesterday went in one sentence, four figures, one chart, one table. */
export function OverviewPage({ slug, mayImport, facts }: Props) {
  const { t, locale } = useTexts();
  const { report, now, latest } = facts;
  const base = `/manage/${slug}`;
  const today = isoDayOf(now, report.zone);
  const mark = <Mark watermark={report.watermark} now={now} zone={report.zone} />;
  return (
    <>
      <Tools>
        <Stamp>
          {t("today.now", {
            day: formatDay(locale, today, "full"),
            time: formatMinute(locale, now, report.zone),
            place: placeOfZone(report.zone),
          })}
        </Stamp>
      </Tools>
      {latest === null ? (
        <FirstSteps base={base} slug={slug} mayImport={mayImport} mark={mark} />
      ) : (
        <>
          <TodaySentence base={base} facts={facts} latest={latest} currency={report.currency} />
          {latest < facts.range.from ? mark : <Figures30 slug={slug} facts={facts} mark={mark} />}
        </>
      )}
    </>
  );
}

/** The last 30 days: four figures, one chart, one table. */
function Figures30({ slug, facts, mark }: { readonly slug: string; readonly facts: OverviewFacts; readonly mark: ReactNode }) {
  const { t } = useTexts();
  const { report } = facts;
  return (
    <>
      <MetricFigures
        metrics={["net_sales", "orders", "aov", "refunds"]}
        totals={report.totals}
        before={facts.before}
        currency={report.currency}
      />
      <MetricChart
        title={t("today.chart")}
        points={facts.points}
        metric="net_sales"
        by="day"
        currency={report.currency}
        totals={report.totals}
        before={facts.before}
        mark={mark}
      />
      <Section title={t("today.top_products")} action={<LinkWords to={`/manage/${slug}/sales`}>{t("today.all_sales")}</LinkWords>}>
        <ProductTable products={facts.products} currency={report.currency} />
      </Section>
    </>
  );
}

type SentenceProps = { readonly base: string; readonly facts: OverviewFacts; readonly latest: string; readonly currency: Currency };

function TodaySentence({ base, facts, latest, currency }: SentenceProps) {
  const texts = useTexts();
  const { t, locale } = texts;
  const { yesterday, range } = facts;
  if (latest < range.from) {
    return (
      <Say
        rest={
          <>
            {t("today.quiet_rest", { day: formatDay(locale, latest, "long") })}{" "}
            <Opens to={`${base}/sales?${facts.latestQuery ?? ""}`}>{t("today.quiet_action")}</Opens>
          </>
        }
      >
        {t("today.quiet")}
      </Say>
    );
  }
  if (yesterday.netMinor === 0) {
    return (
      <Say rest={t("today.none_yesterday_rest", { amount: formatMoney(locale, facts.report.totals.net_sales ?? 0, currency) })}>
        {t("today.none_yesterday")}
      </Say>
    );
  }
  const amount = formatMoney(locale, yesterday.netMinor, currency);
  const [before = "", after = ""] = t("today.sentence", { amount: "\n" }).split("\n");
  const rest = weekdaySentence(texts, yesterday.day, { now: yesterday.netMinor, usual: facts.usualMinor });
  return (
    <Say rest={rest}>
      {before}
      <Opens to={`${base}/sales?from=${yesterday.day}&to=${yesterday.day}&by=hour`}>{amount}</Opens>
      {after}
    </Say>
  );
}
