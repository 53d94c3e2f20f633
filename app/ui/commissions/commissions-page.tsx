import type { LineCount } from "~/domain/reporting/reported-line";
import { COMMISSION_FILTERS } from "~/domain/reporting/reported-line";
import type { Watermark } from "~/domain/reporting/watermark";
import type { CommissionsSearch } from "~/schemas/credit-search";
import { Chip } from "../display/chip";
import { EmptyState } from "../display/empty-state";
import { type Figure, Figures } from "../display/figures";
import { LinkWords } from "../display/link-words";
import { Mark } from "../display/mark";
import { Pages } from "../display/pages";
import { Say } from "../display/say";
import { Section } from "../display/section";
import { Tools } from "../display/tools";
import { formatMoney } from "../format/money";
import { formatCount } from "../format/numbers";
import { formatDay } from "../format/times";
import { buttonLook } from "../forms/button-look";
import { Icon } from "../icons/icon";
import { AppLink } from "../layout/app-link";
import { addressWith, queryOf } from "../pick/address";
import { commissionsAddress } from "../pick/credit-address";
import { Pick } from "../pick/pick";
import { PickLinks } from "../pick/pick-links";
import type { RangeOption } from "../pick/range-options";
import { RangePick, ZonePick } from "../pick/span-picks";
import { useTexts } from "../texts/texts-context";
import { LineList, type ListedLine } from "./line-list";

export type CommissionsFacts = {
  readonly search: CommissionsSearch;
  readonly now: number;
  readonly watermark: Watermark;
  readonly lines: readonly ListedLine[];
  readonly counts: readonly LineCount[];
  readonly page: number;
  readonly pages: number;
  readonly zones: readonly string[];
  readonly ranges: readonly RangeOption[];
};

type Props = { readonly base: string; readonly names: "brand" | "affiliate"; readonly facts: CommissionsFacts };

/** Every order line in reach, what it earned or why it earned nothing, each with its whole explanation behind it. */
export function CommissionsPage({ base, names, facts }: Props) {
  const { t } = useTexts();
  const { search } = facts;
  const at = commissionsAddress(base, search);
  const csv = `${base}.csv?${queryOf(at.settings)}`;
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
        <RangePick at={at} days={search} ranges={facts.ranges} />
        <Pick label={t("commissions.show")} chosen={t(`commissions.show.${search.show}`)}>
          <PickLinks
            options={COMMISSION_FILTERS.map((show) => ({
              to: addressWith(at, { show }),
              label: t(`commissions.show.${show}`),
              chosen: show === search.show,
            }))}
          />
        </Pick>
        <ZonePick at={at} zone={search.zone} offered={facts.zones} />
      </Tools>
      <Sentence facts={facts} />
      <Money counts={facts.counts} />
      <Section title={t(`commissions.show.${search.show}`)}>
        {facts.lines.length === 0 ? (
          <EmptyState>{t("commissions.none_shown")}</EmptyState>
        ) : (
          <LineList lines={facts.lines} zone={search.zone} hrefOf={(decision) => `${base}/${decision}`} names={names} />
        )}
        <Pages page={facts.page} pages={facts.pages} hrefOf={(page) => addressWith(at, { page: String(page) })} />
        <Mark watermark={facts.watermark} now={facts.now} zone={search.zone}>
          <span>{t("commissions.sum_note")}</span>
          <LinkWords to={csv} file>
            {t("sales.csv")}
          </LinkWords>
        </Mark>
      </Section>
      <Reasons counts={facts.counts} />
    </>
  );
}

function Sentence({ facts }: { readonly facts: CommissionsFacts }) {
  const { t, locale } = useTexts();
  const { counts, search } = facts;
  const total = (rows: readonly LineCount[]): number => rows.reduce((sum, row) => sum + row.lines, 0);
  const [all, nothing] = [total(counts), total(counts.filter((row) => row.reason !== null))];
  if (all === 0) {
    const [from, to] = [formatDay(locale, search.from), formatDay(locale, search.to)];
    return <Say rest={t("commissions.sentence_none_rest")}>{t("commissions.sentence_none", { from, to })}</Say>;
  }
  const rest = t("commissions.sentence_rest", { earned: formatCount(locale, all - nothing), nothing: formatCount(locale, nothing) });
  return <Say rest={rest}>{t("commissions.sentence", { count: all })}</Say>;
}

/** What the lines of the whole range add up to, in each currency. */
function Money({ counts }: { readonly counts: readonly LineCount[] }) {
  const { t, locale } = useTexts();
  const earning = counts.filter((row) => row.reason === null);
  const figures = earning.map(({ currency, accruedMinor, backMinor }): Figure => {
    const money = (amount: number): string => formatMoney(locale, amount, currency);
    const words = { earned: money(accruedMinor), back: money(backMinor) };
    return {
      id: currency,
      title: t("commissions.left_in", { currency }),
      value: money(accruedMinor - backMinor),
      note: t("commissions.money", words),
    };
  });
  return <Figures figures={figures} />;
}

/** How often each reason stood in the way. */
function Reasons({ counts }: { readonly counts: readonly LineCount[] }) {
  const { t, locale } = useTexts();
  const reasons = new Map<NonNullable<LineCount["reason"]>, number>();
  for (const { reason, lines } of counts) if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + lines);
  if (reasons.size === 0) return null;
  return (
    <Section title={t("commissions.reasons")}>
      <Tools>
        {[...reasons]
          .sort((left, right) => right[1] - left[1])
          .map(([reason, lines]) => (
            <Chip key={reason}>{t("commissions.reason_count", { reason: t(`reason.${reason}`), count: formatCount(locale, lines) })}</Chip>
          ))}
      </Tools>
    </Section>
  );
}
