import type { ReportedLine } from "~/domain/reporting/reported-line";
import { Chip } from "../display/chip";
import { LinkWords } from "../display/link-words";
import { Opens } from "../display/opens";
import { Picture } from "../display/picture";
import { formatMoney } from "../format/money";
import { formatDay, isoDayOf } from "../format/times";
import { useTexts } from "../texts/texts-context";
import styles from "./line-list.module.css";
import { numberOf, standingWords, titleOf } from "./line-words";

/** A line, with the words on why it earned nothing. */
export type ListedLine = { readonly line: ReportedLine; readonly why: string | null };

type Props = {
  readonly lines: readonly ListedLine[];
  readonly zone: string;
  readonly hrefOf: (decisionId: string) => string;
  /** What tells lines apart here: whose program, or whose commission. */
  readonly names: "brand" | "affiliate";
};

/** Order lines with what became of each; what earned nothing says why at once. */
export function LineList({ lines, zone, hrefOf, names }: Props) {
  const { t } = useTexts();
  return (
    <ul className={styles.list}>
      {lines.map(({ line, why }) => (
        <li key={line.decisionId} data-line={line.decisionId}>
          <Picture url={line.pictureUrl} alt="" size="mini" />
          <Words line={line} zone={zone} names={names} />
          <Amount line={line} to={hrefOf(line.decisionId)} />
          {why === null ? null : (
            <div className={styles.why}>
              {why} <LinkWords to={hrefOf(line.decisionId)}>{t("commissions.open")}</LinkWords>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Words({ line, zone, names }: { readonly line: ReportedLine } & Pick<Props, "zone" | "names">) {
  const { locale } = useTexts();
  const day = formatDay(locale, isoDayOf(line.placedAt, zone));
  return (
    <div className={styles.words}>
      <b>{titleOf(line)}</b>
      <br />
      <span className={styles.second}>
        {[names === "brand" ? line.brand.name : `@${line.affiliate.handle}`, day, numberOf(line)].join(" · ")}
      </span>
    </div>
  );
}

function Amount({ line, to }: { readonly line: ReportedLine; readonly to: string }) {
  const texts = useTexts();
  const { t, locale } = texts;
  const money = (amount: number): string => formatMoney(locale, amount, line.currency);
  const { tone, words } = standingWords(texts, line);
  return (
    <div className={styles.money}>
      <span className={styles.amount}>
        <Opens to={to}>{money(line.accruedMinor - line.backMinor)}</Opens>
      </span>
      <Chip tone={tone}>{words}</Chip>
      {line.backMinor > 0 ? (
        <span className={styles.loss}>
          {t("commissions.part_back", { back: money(-line.backMinor), earned: money(line.accruedMinor) })}
        </span>
      ) : null}
    </div>
  );
}
