import { CREDIT_GROUPINGS } from "~/domain/reporting/credit-groups";
import { CREDIT_METRIC_IDS, type CreditMetricId, type MetricValues } from "~/domain/reporting/metrics";
import type { NamedGroup } from "~/domain/reporting/named-group";
import type { Report } from "~/domain/reporting/report";
import type { AffiliatesSearch } from "~/schemas/credit-search";
import type { ChartPoint } from "../charts/points";
import { EmptyState } from "../display/empty-state";
import { LinkWords } from "../display/link-words";
import { Mark } from "../display/mark";
import { Opens } from "../display/opens";
import { Say } from "../display/say";
import { Section } from "../display/section";
import { Tools } from "../display/tools";
import { formatMoney } from "../format/money";
import { formatPercent } from "../format/numbers";
import { formatDay } from "../format/times";
import { type Address, addressWith, queryOf } from "../pick/address";
import { affiliatesAddress } from "../pick/credit-address";
import { Pick } from "../pick/pick";
import { PickLinks } from "../pick/pick-links";
import type { RangeOption } from "../pick/range-options";
import { ComparePick, RangePick, StepPick, ZonePick } from "../pick/span-picks";
import { useTexts } from "../texts/texts-context";
import { CreditPeriods } from "./credit-periods";
import { CreditTable } from "./credit-table";
import { GroupName } from "./group-name";
import { MetricChart } from "./metric-chart";
import { MetricFigures } from "./metric-figures";

export type AffiliatesFacts = {
  readonly search: AffiliatesSearch;
  readonly now: number;
  readonly report: Report;
  readonly before: MetricValues | null;
  readonly points: readonly ChartPoint[];
  readonly groups: readonly NamedGroup[];
  readonly unattributed: MetricValues;
  readonly whole: MetricValues;
  readonly ranges: readonly RangeOption[];
  readonly latest: { readonly day: string; readonly from: string } | null;
};

type Props = { readonly base: string; readonly brandZone: string; readonly facts: AffiliatesFacts };

const FIGURES: readonly CreditMetricId[] = ["credited_net_sales", "commission_net", "effective_rate", "orders_credited"];
const COLUMNS: readonly CreditMetricId[] = [
  "clicks",
  "orders_credited",
  "units_credited",
  "credited_net_sales",
  "commission_net",
  "effective_rate",
  "click_conversion",
  "epc_net",
];

/** What a brand's affiliates brought and earned: sentence, figures, one metric as a chart, and a table that adds up to the brand. */
export function AffiliatesPage({ base, brandZone, facts }: Props) {
  const { t } = useTexts();
  const { search, report } = facts;
  const at = affiliatesAddress(base, search);
  const mark = (
    <Mark watermark={report.watermark} now={facts.now} zone={search.zone}>
      <LinkWords to={`${base}.csv?${queryOf(at.settings)}`} file>
        {t("affiliates.csv")}
      </LinkWords>
    </Mark>
  );
  return (
    <>
      <Tools>
        <RangePick at={at} days={search} ranges={facts.ranges} />
        <ComparePick at={at} compare={search.compare} />
        <StepPick at={at} by={search.by} />
        <MetricPick at={at} metric={search.metric} />
        <ZonePick at={at} zone={search.zone} offered={[brandZone]} />
      </Tools>
      <Sentence at={at} facts={facts} />
      {facts.latest === null ? (
        <EmptyState>
          <p>{t("affiliates.none_before")}</p>
          {mark}
        </EmptyState>
      ) : (
        <>
          <MetricFigures metrics={FIGURES} totals={report.totals} before={facts.before} currency={report.currency} />
          <MetricChart
            title={t("affiliates.chart", { metric: t(`metric.${search.metric}.title`), by: t(`sales.by.${search.by}`) })}
            points={facts.points}
            metric={search.metric}
            by={search.by}
            currency={report.currency}
            totals={report.totals}
            before={facts.before}
            mark={mark}
          />
          <GroupSection at={at} facts={facts} />
          <CreditPeriods report={report} by={search.by} />
        </>
      )}
    </>
  );
}

function MetricPick({ at, metric: chosen }: { readonly at: Address; readonly metric: CreditMetricId }) {
  const { t } = useTexts();
  return (
    <Pick label={t("pick.metric")} chosen={t(`metric.${chosen}.title`)}>
      <PickLinks
        options={CREDIT_METRIC_IDS.map((metric) => ({
          to: addressWith(at, { metric }),
          label: t(`metric.${metric}.title`),
          chosen: metric === chosen,
        }))}
      />
    </Pick>
  );
}

function GroupSection({ at, facts }: { readonly at: Address; readonly facts: AffiliatesFacts }) {
  const { t } = useTexts();
  const { group: by } = facts.search;
  const { totals, currency } = facts.report;
  return (
    <Section
      title={t(`affiliates.table.${by}`)}
      note={t("affiliates.table_note")}
      action={
        <Pick label={t("affiliates.group")} chosen={t(`affiliates.group.${by}`)}>
          <PickLinks
            options={CREDIT_GROUPINGS.map((group) => ({
              to: addressWith(at, { group }),
              label: t(`affiliates.group.${group}`),
              chosen: group === by,
            }))}
          />
        </Pick>
      }
    >
      <CreditTable
        caption={t(`affiliates.table.${by}`)}
        head={t(`affiliates.head.${by}`)}
        name={(group) => <GroupName group={group} owned rest={t(`affiliates.rest.${by}`)} />}
        groups={facts.groups}
        metrics={COLUMNS}
        beside="commission_net"
        feet={[
          { name: t("affiliates.unattributed"), values: facts.unattributed },
          { name: t("affiliates.whole"), values: { ...totals, ...facts.whole, effective_rate: null } },
        ]}
        currency={currency}
      />
    </Section>
  );
}

function Sentence({ at, facts }: { readonly at: Address; readonly facts: AffiliatesFacts }) {
  const { t, locale } = useTexts();
  const { report, whole, search, latest } = facts;
  const money = (amount: number | null | undefined): string => formatMoney(locale, amount ?? 0, report.currency);
  const { orders_credited: orders, credited_net_sales: credited, commission_net: net } = report.totals;
  if ((orders ?? 0) === 0 && (credited ?? 0) === 0) {
    const said = t("affiliates.sentence_none", { from: formatDay(locale, search.from), to: formatDay(locale, search.to) });
    if (latest === null || (latest.day >= search.from && latest.day <= search.to)) return <Say>{said}</Say>;
    const rest = (
      <>
        {t("studio.latest", { day: formatDay(locale, latest.day) })}{" "}
        <Opens to={addressWith(at, { from: latest.from, to: latest.day })}>{t("sales.none_show")}</Opens>
      </>
    );
    return <Say rest={rest}>{said}</Say>;
  }
  const commission = money(net);
  const all = whole.credited_net_sales ?? 0;
  const rest =
    all > 0
      ? t("affiliates.sentence_rest", { share: formatPercent(locale, (credited ?? 0) / all), whole: money(all), commission })
      : t("affiliates.sentence_rest_no_whole", { commission });
  return <Say rest={rest}>{t("affiliates.sentence", { amount: money(credited) })}</Say>;
}
