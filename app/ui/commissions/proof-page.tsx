import type { CommissionProof, ProofEntry } from "~/domain/reporting/commission-proof";
import { Chip } from "../display/chip";
import { type Column, DataTable } from "../display/data-table";
import { LinkWords } from "../display/link-words";
import { Section } from "../display/section";
import { formatMoney } from "../format/money";
import { formatPercent } from "../format/numbers";
import { formatDay, formatMoment, isoDayOf } from "../format/times";
import { useTexts } from "../texts/texts-context";
import { numberOf, standingWords, titleOf } from "./line-words";
import { ProofAmount, Sum } from "./proof-amount";
import styles from "./proof-page.module.css";
import { ProofRules } from "./proof-rules";
import { ProofTouches } from "./proof-touches";
import { whoIs } from "./who-is";
import { tellWhy } from "./why";

type Props = {
  readonly proof: CommissionProof;
  readonly zone: string;
  readonly reader: "affiliate" | "brand";
  /** The list this line stands in. */
  readonly back: string;
};

/** Why this cent: base, touches, rules, amount, what was taken back, ledger. Read from top to bottom. */
export function ProofPage({ proof, zone, reader, back }: Props) {
  const { t } = useTexts();
  const { reversals } = proof;
  const rated = proof.touches.some((one) => one.own && one.credit !== null);
  return (
    <article className={styles.proof}>
      <Head proof={proof} zone={zone} reader={reader} back={back} />
      <Section title={t("proof.base")}>
        <Base proof={proof} />
      </Section>
      <Section title={t("proof.touches")} note={t("proof.touches_note", { model: t(`model.${proof.program.model}`) })}>
        <ProofTouches proof={proof} zone={zone} reader={reader} />
      </Section>
      {rated ? (
        <>
          <Section title={t("proof.rules")} note={t("proof.rules_note")}>
            <ProofRules proof={proof} zone={zone} />
          </Section>
          <Section title={t("proof.amount")} note={t("proof.amount_note")}>
            <ProofAmount proof={proof} zone={zone} reader={reader} />
          </Section>
        </>
      ) : null}
      {reversals.length === 0 ? null : (
        <Section title={t("proof.reversals")} note={t("proof.reversals_note")}>
          <Reversals proof={proof} zone={zone} />
        </Section>
      )}
      <Section title={t("proof.ledger")} note={t("proof.ledger_note")}>
        <Ledger proof={proof} zone={zone} />
      </Section>
    </article>
  );
}

function Head({ proof, zone, reader, back }: Props) {
  const texts = useTexts();
  const { t, locale } = texts;
  const { line } = proof;
  const money = (amount: number): string => formatMoney(locale, amount, line.currency);
  const { tone, words } = standingWords(texts, line);
  const about = { title: titleOf(line), number: numberOf(line), moment: formatMoment(locale, line.placedAt, zone) };
  return (
    <header className={styles.head}>
      <p className={styles.about}>
        <LinkWords to={back}>{t("proof.back")}</LinkWords> · {line.brand.name}
        {reader === "brand" ? ` · ${t("proof.of_affiliate", { handle: line.affiliate.handle })}` : null}
      </p>
      <p className={styles.about}>{t("proof.about", about)}</p>
      <h1 className={styles.amount}>{money(line.accruedMinor)}</h1>
      <Chip tone={tone}>{words}</Chip>
      <p className={styles.second}>{told(texts, proof, reader)}</p>
      {line.backMinor > 0 ? (
        <p className={styles.second}>
          {t("proof.net_now", { net: money(line.accruedMinor - line.backMinor), back: money(line.backMinor) })}
        </p>
      ) : null}
    </header>
  );
}

/** With whom the sale is shared, or why nothing was earned. */
function told(texts: ReturnType<typeof useTexts>, { line, touches, program }: CommissionProof, reader: Props["reader"]): string {
  const { t, locale } = texts;
  const credited = touches.filter((one) => one.credit !== null);
  const others = [...new Set(credited.filter((one) => !one.own).map((one) => whoIs(texts, one, reader)))];
  if (line.reason !== null) {
    const winners = credited.flatMap((one) => (one.own ? [] : (one.affiliate?.handle ?? [])));
    return tellWhy(texts, line.reason, { winners: [...new Set(winners)], ...program });
  }
  const count = credited.filter((one) => one.own).length;
  const [alone, shared] =
    reader === "affiliate" ? (["proof.alone_own", "proof.shared_own"] as const) : (["proof.alone_other", "proof.shared_other"] as const);
  return others.length === 0 ? t(alone, { count }) : t(shared, { count, others: new Intl.ListFormat(locale).format(others) });
}

function Base({ proof }: { readonly proof: CommissionProof }) {
  const { t, locale } = useTexts();
  const { base, line } = proof;
  const money = (amount: number): string => formatMoney(locale, amount, line.currency);
  const rate = formatPercent(locale, base.taxBps / 10_000, 2);
  const price = t(base.taxInclusive ? "proof.price_with_tax" : "proof.price", {
    quantity: base.quantity,
    price: money(base.unitPriceMinor),
  });
  return (
    <dl className={styles.sums}>
      <Sum name={price}>{money(base.listMinor)}</Sum>
      {base.discountMinor === 0 ? null : <Sum name={t("proof.discount")}>{money(-base.discountMinor)}</Sum>}
      {base.taxInclusive ? (
        <Sum name={t("proof.tax_inside", { rate, paid: money(base.paidMinor) })}>{money(-base.taxMinor)}</Sum>
      ) : (
        <Sum name={t("proof.tax_outside", { rate })}>{money(0)}</Sum>
      )}
      <Sum
        strong
        name={
          <>
            {t("proof.commission_base")} <span className={styles.quiet}>{t("proof.never_shipping")}</span>
          </>
        }
      >
        {money(base.baseMinor)}
      </Sum>
    </dl>
  );
}

function Reversals({ proof, zone }: { readonly proof: CommissionProof; readonly zone: string }) {
  const { t, locale } = useTexts();
  const { line, reversals } = proof;
  const money = (amount: number): string => formatMoney(locale, amount, line.currency);
  return (
    <dl className={styles.sums}>
      {reversals.map((one) => (
        <Sum key={one.reversedAt} name={t(`proof.cause.${one.cause}`, { moment: formatMoment(locale, one.reversedAt, zone) })}>
          <span className={styles.loss}>{money(-one.amountMinor)}</span>
        </Sum>
      ))}
      <Sum strong name={t("proof.left")}>
        {money(line.accruedMinor - line.backMinor)}
      </Sum>
    </dl>
  );
}

const KINDS = {
  "commission.accrued": "proof.kind.accrued",
  "commission.reversed": "proof.kind.reversed",
  "commission.approved": "proof.kind.approved",
} as const;

/** The first digits are enough to find an entry by. */
const HASH_SHOWN = 8;

function Ledger({ proof, zone }: { readonly proof: CommissionProof; readonly zone: string }) {
  const { t, locale } = useTexts();
  if (proof.entries.length === 0) return <p className={styles.note}>{t("proof.ledger_none")}</p>;
  const when = (entry: ProofEntry): string => {
    const day = formatDay(locale, isoDayOf(entry.occurredAt, zone));
    const known = Object.entries(KINDS).find(([kind]) => kind === entry.kind)?.[1];
    return known === undefined ? day : t(known, { day });
  };
  const columns: readonly Column<ProofEntry>[] = [
    { id: "when", head: t("proof.when"), cell: when },
    {
      id: "accounts",
      head: t("proof.accounts"),
      phone: "bare",
      cell: (entry) => <span className={styles.accounts}>{`${entry.debit.join(", ")} → ${entry.credit.join(", ")}`}</span>,
    },
    {
      id: "amount",
      head: t("proof.entry_amount"),
      number: true,
      phone: "beside",
      cell: (entry) => formatMoney(locale, entry.amountMinor, proof.line.currency),
    },
    {
      id: "hash",
      head: t("proof.hash"),
      number: true,
      cell: (entry) => <span className={styles.hash}>{entry.hash.slice(0, HASH_SHOWN)}</span>,
    },
  ];
  return (
    <DataTable caption={t("proof.ledger")} columns={columns} rows={proof.entries} keyOf={(entry) => String(entry.seq)} density="compact" />
  );
}
