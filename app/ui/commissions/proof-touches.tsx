import type { CommissionProof, ProofTouch } from "~/domain/reporting/commission-proof";
import { formatPercent } from "../format/numbers";
import { formatMoment } from "../format/times";
import { useTexts } from "../texts/texts-context";
import styles from "./proof-page.module.css";
import { whoIs } from "./who-is";

type Props = { readonly proof: CommissionProof; readonly zone: string; readonly reader: "affiliate" | "brand" };

/** The way to the sale: every touch in reach with its share or why it has none, and when the checkout opened. */
export function ProofTouches({ proof, zone, reader }: Props) {
  const { t, locale } = useTexts();
  if (proof.touches.length === 0) return <p className={styles.note}>{t("proof.no_touches")}</p>;
  return (
    <ol className={styles.path}>
      {proof.touches.map((one) => (
        <Touch key={one.touch.touchId} one={one} zone={zone} reader={reader} />
      ))}
      <li>
        <span className={styles.frozen} />
        <span>
          <b>{t("proof.frozen")}</b>
          <time>{formatMoment(locale, proof.frozenAt, zone)}</time>
        </span>
      </li>
    </ol>
  );
}

function Touch({ one, zone, reader }: { readonly one: ProofTouch } & Pick<Props, "zone" | "reader">) {
  const texts = useTexts();
  const { t, locale } = texts;
  const { touch, credit } = one;
  const what = one.link === null ? one.post?.caption : `/l/${one.link.slug}`;
  const who = whoIs(texts, one, reader);
  const dot = credit === null ? styles.out : one.own ? styles.own : "";
  return (
    <li>
      <span className={`${styles.dot} ${dot}`} />
      <span>
        {one.own ? <b>{t(`proof.touch.${touch.channel}`, { who })}</b> : t(`proof.touch.${touch.channel}`, { who })}
        {what === undefined ? null : <span className={styles.verdict}>{what}</span>}
        <time>{formatMoment(locale, touch.at, zone)}</time>
        <span className={styles.verdict}>{t(credit === null ? `proof.verdict.${touch.verdict}` : "proof.verdict.credited")}</span>
      </span>
      {credit === null ? null : <span className={styles.share}>{formatPercent(locale, credit.ppm / 1_000_000, 4)}</span>}
    </li>
  );
}
