import type { ReactNode } from "react";
import type { Watermark } from "~/domain/reporting/watermark";
import { tellLag } from "../format/lags";
import { formatClock, formatDay, isoDayOf } from "../format/times";
import { Icon } from "../icons/icon";
import { useTexts } from "../texts/texts-context";
import { Chip } from "./chip";
import styles from "./mark.module.css";

/** Figures this far behind the present are said to lag: more than the longest hidden commit and a fold take. */
const BEHIND_MS = 10_000;

type Props = {
  readonly watermark: Watermark;
  /** Epoch milliseconds of the answer. */
  readonly now: number;
  readonly zone: string;
  readonly children?: ReactNode;
};

/** Up to when the figures are complete, what is still on its way, and what was set aside. */
export function Mark({ watermark, now, zone, children }: Props) {
  const texts = useTexts();
  const { t, locale } = texts;
  const lagMs = now - watermark.completeTo;
  const time = formatClock(locale, watermark.completeTo, zone);
  const day = isoDayOf(watermark.completeTo, zone);
  const today = day === isoDayOf(now, zone);
  return (
    <div className={styles.mark} data-version={watermark.version}>
      <span className={styles.fact}>
        <Icon name="clock" small />
        {today ? t("mark.complete", { time }) : t("mark.complete_day", { time, day: formatDay(locale, day) })}
      </span>
      <span className={styles.fact}>{zone}</span>
      {lagMs > BEHIND_MS ? (
        <span className={styles.chip}>
          <Chip tone="caution">{t("mark.behind", { lag: tellLag(texts, lagMs) })}</Chip>
        </span>
      ) : null}
      {watermark.waiting > 0 ? <span className={styles.fact}>{t("mark.waiting", { count: watermark.waiting })}</span> : null}
      {watermark.dead > 0 ? (
        <span className={styles.chip}>
          <Chip tone="loss">{t("mark.dead", { count: watermark.dead })}</Chip>
        </span>
      ) : null}
      {children}
    </div>
  );
}
