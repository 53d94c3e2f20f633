import { totalEarnings } from "~/domain/reporting/earnings";
import { Opens } from "../display/opens";
import { Provisional } from "../display/provisional";
import { Say } from "../display/say";
import { formatMoney } from "../format/money";
import { formatPercent } from "../format/numbers";
import { formatDay } from "../format/times";
import { type Address, addressWith, sameDays } from "../pick/address";
import { useTexts } from "../texts/texts-context";
import type { StudioFacts } from "./studio-page";

type Props = { readonly at: Address; readonly facts: StudioFacts };

/** What was earned, and how sure it is. */
export function StudioSentence({ at, facts }: Props) {
  const { t, locale } = useTexts();
  const { report, days, latest } = facts;
  const { commission_accrued: accrued, commission_net: net } = report.totals;
  if (latest === null) return <Say>{t("studio.none")}</Say>;
  if ((accrued ?? 0) === 0 && (net ?? 0) === 0) return <Nothing at={at} facts={facts} latest={latest} />;
  const length = t("sales.sentence_days", { count: days });
  const amount = formatMoney(locale, net ?? 0, report.currency);
  const key = (net ?? 0) < 0 ? "studio.sentence_taken_back" : "studio.sentence";
  const [before = "", after = ""] = t(key, { amount: "\n", days: length }).split("\n");
  return (
    <Say rest={<HowSure facts={facts} />}>
      {before}
      <Opens to={sameDays(at, "/studio/commissions")}>{amount}</Opens>
      {after}
    </Say>
  );
}

function HowSure({ facts }: { readonly facts: StudioFacts }) {
  const { t, locale } = useTexts();
  const totals = totalEarnings(facts.earnings);
  const earned = totals.paid + totals.approved + totals.provisional;
  if (earned <= 0 || totals.provisional <= 0) return null;
  const share =
    totals.provisional === earned
      ? t("studio.sentence_all_provisional")
      : t("studio.sentence_provisional", { share: formatPercent(locale, totals.provisional / earned, 0) });
  return (
    <>
      <Provisional>{share}</Provisional> {t("studio.sentence_until")}
    </>
  );
}

function Nothing({ at, facts, latest }: Props & { readonly latest: NonNullable<StudioFacts["latest"]> }) {
  const { t, locale } = useTexts();
  const { search, report } = facts;
  const clicks = report.totals.clicks ?? 0;
  const rest =
    clicks > 0 ? (
      t("studio.sentence_clicks", { count: clicks })
    ) : latest.day >= search.from && latest.day <= search.to ? (
      t("studio.sentence_no_clicks")
    ) : (
      <>
        {t("studio.latest", { day: formatDay(locale, latest.day) })}{" "}
        <Opens to={addressWith(at, { from: latest.from, to: latest.day })}>{t("sales.none_show")}</Opens>
      </>
    );
  return <Say rest={rest}>{t("studio.sentence_nothing", { from: formatDay(locale, search.from), to: formatDay(locale, search.to) })}</Say>;
}
