import type { AffiliateId, BrandId, OrderId } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import { type Minor, minor } from "../kernel/money";

/** Every account there is. Balances: debit +, credit −. Source: domain §6. */
export const ACCOUNTS = [
  "brand_payable",
  "affiliate_pending",
  "affiliate_payable",
  "provider_clearing",
  "provider_costs",
  "platform_fees",
  "cash",
  "payout_transit",
  "disputes",
  "unplaced_charges",
  "write_offs",
] as const;
export type Account = (typeof ACCOUNTS)[number];

/** What an entry tells; together with its source event and subject it stands once. */
export type EntryKind =
  | "commission.accrued"
  | "commission.reversed"
  | "payment.captured"
  | "provider.settled"
  | "refund.succeeded"
  | "charge.unplaced"
  | "charge.returned"
  | "dispute.opened"
  | "dispute.won"
  | "dispute.lost"
  | "payout.sent"
  | "payout.confirmed"
  | "payout.failed"
  | "settlement.sent"
  | "settlement.confirmed"
  | "settlement.failed"
  | "brand.topped_up"
  | "fees.withdrawn"
  | "commission.approved";

/** One side of an entry: positive debits, negative credits. `owner` is whose money it is; empty for the platform's. */
export type Line = {
  readonly account: Account;
  readonly ownerId: BrandId | AffiliateId | "";
  readonly brandId: BrandId | "";
  readonly orderId: OrderId | "";
  readonly amountMinor: Minor;
};

/** A balanced entry of one currency, before it gets its place in the chain. */
export type Posting = {
  readonly kind: EntryKind;
  readonly currency: Currency;
  /** What the entry is about, e.g. an order line: tells apart several entries of one event. */
  readonly subjectId: string;
  readonly lines: readonly Line[];
};

/** A posting of these lines without those of nothing; `null` when nothing is left. Errors: the sides do not balance. */
export function posting(head: Omit<Posting, "lines">, lines: readonly Line[]): Posting | null {
  const told = lines.filter((line) => line.amountMinor !== 0);
  const balance = told.reduce((sum, line) => sum + line.amountMinor, 0);
  if (balance !== 0) throw new RangeError(`${head.kind} of ${head.subjectId} does not balance: ${balance}`);
  return told.length === 0 ? null : { ...head, lines: told };
}

/** The other side of an amount. */
export function less(amount: Minor): Minor {
  return minor(-amount);
}
