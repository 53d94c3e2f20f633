import type { ExplainedCredit, ExplainedRule } from "~/domain/commission/decision";
import type { CommissionProof } from "~/domain/reporting/commission-proof";
import { formatPercent } from "../format/numbers";
import { formatDay, formatMoment, isoDayOf } from "../format/times";
import { Icon } from "../icons/icon";
import type { Texts } from "../texts/texts";
import { useTexts } from "../texts/texts-context";
import styles from "./proof-page.module.css";

type Props = { readonly proof: CommissionProof; readonly zone: string };

/** For each credited touch of one's own: the terms at the touch and at the freeze, which pays, and why the other does not. */
export function ProofRules({ proof, zone }: Props) {
  const texts = useTexts();
  const { t, locale } = texts;
  const own = proof.touches.flatMap(({ own: mine, touch, credit }) =>
    mine && credit?.terms ? [{ at: touch.at, terms: credit.terms }] : [],
  );
  return (
    <ul className={styles.rules}>
      {own.flatMap(({ at, terms }) => {
        if (terms.atTouch !== null && terms.atTouch.ruleId === terms.atFreeze?.ruleId) {
          const both = { title: t("proof.rule_both", { moment: formatMoment(locale, at, zone) }), why: t("proof.rule_wins_both") };
          return [<Rule key={terms.touchId} {...both} rule={terms.atTouch} wins zone={zone} />];
        }
        return [
        <Rule
          key={`${terms.touchId} touch`}
          title={t("proof.rule_touch", { moment: formatMoment(locale, at, zone) })}
          rule={terms.atTouch}
          wins={terms.pays === "touch"}
          why={whyAtTouch(texts, terms)}
          zone={zone}
        />,
        <Rule
          key={`${terms.touchId} freeze`}
          title={t("proof.rule_freeze", { moment: formatMoment(locale, proof.frozenAt, zone) })}
          rule={terms.atFreeze}
          wins={terms.pays === "freeze"}
          why={whyAtFreeze(texts, terms)}
          zone={zone}
        />,
        ];
      })}
    </ul>
  );
}

type RuleProps = {
  readonly title: string;
  readonly rule: ExplainedRule | null;
  readonly wins: boolean;
  readonly why: string;
  readonly zone: string;
};

function Rule({ title, rule, wins, why, zone }: RuleProps) {
  const { t, locale } = useTexts();
  const since = rule === null ? null : t("proof.rule_since", { day: formatDay(locale, isoDayOf(rule.effectiveFrom, zone)) });
  return (
    <li className={wins ? styles.wins : styles.loses}>
      <Icon name={wins ? "check" : "close"} small />
      <b>{title}</b>
      <span className={styles.share}>{rule === null ? "—" : formatPercent(locale, rule.rateBps / 10_000, 2)}</span>
      <p>{since === null ? why : `${why} ${since}`}</p>
    </li>
  );
}

function whyAtTouch({ t }: Texts, { atTouch, atFreeze, pays }: ExplainedCredit): string {
  if (atTouch === null) return t("proof.rule_none_touch");
  if (pays === "touch") return t("proof.rule_wins_touch");
  return t(atTouch.rateBps === atFreeze?.rateBps ? "proof.rule_ties" : "proof.rule_loses");
}

function whyAtFreeze({ t }: Texts, { atFreeze, pays }: ExplainedCredit): string {
  if (atFreeze === null) return t("proof.rule_none_freeze");
  return t(pays === "freeze" ? "proof.rule_wins_freeze" : "proof.rule_loses");
}
