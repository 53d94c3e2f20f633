import type { ReactNode } from "react";
import { exponentOf } from "~/domain/kernel/currency";
import { type CommissionProof, exactText, exactTotal, type ProofTouch } from "~/domain/reporting/commission-proof";
import { formatExact } from "../format/exact";
import { formatMoney } from "../format/money";
import { formatPercent } from "../format/numbers";
import { formatDay, isoDayOf } from "../format/times";
import type { Texts } from "../texts/texts";
import { useTexts } from "../texts/texts-context";
import styles from "./proof-page.module.css";
import { whoIs } from "./who-is";

type Props = { readonly proof: CommissionProof; readonly zone: string; readonly reader: "affiliate" | "brand" };

/** From the base to the cent: every part as an exact product, the one rounding, and what is one's own. */
export function ProofAmount({ proof, zone, reader }: Props) {
  const texts = useTexts();
  const { t, locale } = texts;
  const { currency, accruedMinor, affiliate } = proof.line;
  const total = formatMoney(locale, proof.totalMinor, currency);
  const exact = exactTotal(proof.touches);
  const credited = proof.touches.filter((one) => one.credit !== null);
  return (
    <>
      <dl className={styles.sums}>
        {credited.map((one) => (
          <Part key={one.touch.touchId} one={one} proof={proof} zone={zone} reader={reader} />
        ))}
        <Sum strong name={reader === "affiliate" ? t("proof.yours") : t("proof.theirs", { handle: affiliate.handle })}>
          {formatMoney(locale, accruedMinor, currency)}
        </Sum>
      </dl>
      <p className={styles.note}>
        {exact === null
          ? t("proof.rounding_hidden", { total })
          : t("proof.rounding", { exact: formatExact(locale, exactText(exact, exponentOf(currency))), total })}
      </p>
    </>
  );
}

function Part({ one, proof, zone, reader }: Props & { readonly one: ProofTouch }) {
  const texts = useTexts();
  const { t, locale } = texts;
  const { currency } = proof.line;
  const terms = one.credit?.terms ?? null;
  if (terms === null) {
    const share = shareOf(texts, one);
    return (
      <Sum name={<span className={styles.quiet}>{t("proof.others_share", { who: whoIs(texts, one, reader), share })}</span>}>
        <span className={styles.quiet}>{t("proof.rest_of", { total: formatMoney(locale, proof.totalMinor, currency) })}</span>
      </Sum>
    );
  }
  const exact = formatExact(locale, exactText(terms.exact, exponentOf(currency)));
  return (
    <Sum name={productOf(texts, { one, proof, zone })}>
      <span className={styles.quiet}>{t("proof.exact", { exact })}</span> {formatMoney(locale, terms.commissionMinor, currency)}
    </Sum>
  );
}

/** `9 Oct: €96.00 × 14 % × 40 %`. */
function productOf(texts: Texts, { one, proof, zone }: { readonly one: ProofTouch } & Pick<Props, "proof" | "zone">): string {
  const { t, locale } = texts;
  const day = formatDay(locale, isoDayOf(one.touch.at, zone), "short");
  const share = shareOf(texts, one);
  const terms = one.credit?.terms;
  const rule = terms?.pays === "touch" ? terms.atTouch : terms?.pays === "freeze" ? terms.atFreeze : null;
  if (rule === null || rule === undefined) return t("proof.part_no_rate", { day, share });
  const base = formatMoney(locale, proof.base.baseMinor, proof.line.currency);
  return t("proof.part", { day, base, rate: formatPercent(locale, rule.rateBps / 10_000, 2), share });
}

function shareOf({ locale }: Texts, one: ProofTouch): string {
  return formatPercent(locale, (one.credit?.ppm ?? 0) / 1_000_000, 4);
}

/** A name and an amount in a column of sums. */
export function Sum({
  name,
  strong = false,
  children,
}: {
  readonly name: ReactNode;
  readonly strong?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={strong ? styles.total : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
