import type { Earnings } from "~/domain/reporting/earnings";
import type { MetricValues } from "~/domain/reporting/metrics";
import type { NamedGroup } from "~/domain/reporting/named-group";
import type { Report } from "~/domain/reporting/report";
import type { StudioSearch } from "~/schemas/credit-search";
import { EarningsChart } from "../charts/earnings-chart";
import { EmptyState } from "../display/empty-state";
import { LinkWords } from "../display/link-words";
import { Mark } from "../display/mark";
import { Section } from "../display/section";
import { Tools } from "../display/tools";
import { formatMoney } from "../format/money";
import { buttonLook } from "../forms/button-look";
import { Icon } from "../icons/icon";
import { AppLink } from "../layout/app-link";
import { type Address, addressWith, queryOf, sameDays } from "../pick/address";
import { studioAddress } from "../pick/credit-address";
import { Pick } from "../pick/pick";
import { PickLinks } from "../pick/pick-links";
import type { RangeOption } from "../pick/range-options";
import { ComparePick, RangePick, StepPick, ZonePick } from "../pick/span-picks";
import { CreditPeriods } from "../reports/credit-periods";
import { useTexts } from "../texts/texts-context";
import { EarningsLegend } from "./earnings-legend";
import { EarningsTwin } from "./earnings-twin";
import { SourceTable } from "./source-table";
import { StudioFigures } from "./studio-figures";
import { StudioSentence } from "./studio-sentence";

export type StudioFacts = {
  readonly search: StudioSearch;
  readonly now: number;
  readonly days: number;
  readonly report: Report;
  readonly before: MetricValues | null;
  readonly earnings: readonly Earnings[];
  /** What was earned in the period before, place by place. */
  readonly earnedBefore: readonly (number | null)[] | null;
  readonly sources: readonly NamedGroup[];
  readonly currencies: readonly { readonly currency: Report["currency"]; readonly netMinor: number }[];
  readonly zones: readonly string[];
  readonly ranges: readonly RangeOption[];
  readonly latest: { readonly day: string; readonly from: string } | null;
  /** First and last day of a period by its label. */
  readonly daysOf: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
};

/** What an affiliate earned: the sentence, four figures, earnings by state, links and posts, period by period. */
export function StudioPage({ facts }: { readonly facts: StudioFacts }) {
  const { t } = useTexts();
  const { search, report } = facts;
  const at = studioAddress(search, report.currency);
  const csv = `/studio.csv?${queryOf(at.settings)}`;
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
      <StudioTools at={at} facts={facts} csv={csv} />
      <StudioSentence at={at} facts={facts} />
      {facts.latest === null ? (
        <EmptyState>
          <p>{t("studio.none_body")}</p>
          {mark}
        </EmptyState>
      ) : (
        <>
          <StudioFigures
            totals={report.totals}
            before={facts.before}
            currency={report.currency}
            lines={sameDays(at, "/studio/commissions")}
          />
          <Section title={t("studio.earnings")} note={<EarningsLegend earnings={facts.earnings} report={report} before={facts.before} />}>
            <Drawing at={at} facts={facts} />
            {mark}
            <EarningsTwin earnings={facts.earnings} by={search.by} currency={report.currency} />
          </Section>
          <Section
            title={t("studio.sources")}
            note={t("studio.sources_note")}
            action={
              <LinkWords to={`/studio/sources.csv?${queryOf(at.settings)}`} file>
                {t("studio.sources_csv")}
              </LinkWords>
            }
          >
            {facts.sources.length === 0 ? (
              <EmptyState>{t("studio.sentence_no_clicks")}</EmptyState>
            ) : (
              <SourceTable sources={facts.sources} totals={report.totals} currency={report.currency} />
            )}
          </Section>
          <CreditPeriods report={report} by={search.by} />
        </>
      )}
    </>
  );
}

function Drawing({ at, facts }: { readonly at: Address; readonly facts: StudioFacts }) {
  const { t } = useTexts();
  const { earnings, search, report } = facts;
  if (earnings.every((one) => one.paid + one.approved + one.provisional === 0 && one.reversed === 0)) {
    return <EmptyState>{t("chart.empty")}</EmptyState>;
  }
  const hrefOf = (period: string): string => {
    const days = facts.daysOf[period] ?? { from: search.from, to: search.to };
    return `/studio/commissions?${queryOf({ ...days, zone: search.zone })}`;
  };
  return (
    <EarningsChart
      key={at.base}
      earnings={earnings}
      before={facts.earnedBefore}
      by={search.by}
      currency={report.currency}
      hrefOf={hrefOf}
    />
  );
}

function StudioTools({ at, facts, csv }: { readonly at: Address; readonly facts: StudioFacts; readonly csv: string }) {
  const { t, locale } = useTexts();
  const { search, report, currencies } = facts;
  const others = currencies.filter((one) => one.currency !== report.currency && one.netMinor !== 0);
  const amounts = new Intl.ListFormat(locale).format(others.map((one) => formatMoney(locale, one.netMinor, one.currency)));
  return (
    <Tools
      aside={
        <AppLink to={csv} file className={buttonLook({ look: "line", low: true })} label={t("sales.csv")}>
          <Icon name="download" small />
          {t("sales.csv_low")}
        </AppLink>
      }
    >
      <RangePick at={at} days={search} ranges={facts.ranges} />
      {currencies.length > 1 ? (
        <Pick label={t("studio.currency")} chosen={report.currency}>
          <PickLinks
            options={currencies.map(({ currency }) => ({
              to: addressWith(at, { currency }),
              label: currency,
              chosen: currency === report.currency,
            }))}
          />
        </Pick>
      ) : null}
      <ComparePick at={at} compare={search.compare} />
      <StepPick at={at} by={search.by} />
      <ZonePick at={at} zone={search.zone} offered={facts.zones} />
      {others.length === 0 ? null : <span>{t("studio.other_currencies", { amounts })}</span>}
    </Tools>
  );
}
