import type { Instant } from "../kernel/branded";
import { type Minor, minor } from "../kernel/money";

/**
 * What happened to a payment, appended and never changed. `capture_requested` is written before the provider is
 * asked: from then on nothing can be canceled, and the amount stands.
 */
export const FACT_KINDS = [
  "requested",
  "action_required",
  "authorised",
  "declined",
  "capture_requested",
  "captured",
  "capture_failed",
  "voided",
  "refunded",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export type PaymentFact = {
  readonly kind: FactKind;
  readonly amountMinor: Minor;
  /** Of a refusal. */
  readonly reason: string | null;
  readonly at: Instant;
};

/** What the facts add up to. */
export type PaymentSums = {
  readonly status: PaymentStatus;
  readonly authorisedMinor: Minor;
  readonly capturedMinor: Minor;
  readonly refundedMinor: Minor;
  /** Set once a capture was ordered: the amount it is about. */
  readonly captureRequestedMinor: Minor | null;
  readonly declineReason: string | null;
};

/** `unknown`: requested, and nothing heard since. `lost`: authorised, but the capture finally failed. */
export const PAYMENT_STATUSES = [
  "unknown",
  "action_required",
  "authorised",
  "declined",
  "capturing",
  "captured",
  "lost",
  "voided",
] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** Later words outrank earlier ones, in whatever order they were heard. */
const STATUS_OF: readonly (readonly [FactKind, PaymentStatus])[] = [
  ["captured", "captured"],
  ["voided", "voided"],
  ["capture_failed", "lost"],
  ["capture_requested", "capturing"],
  ["authorised", "authorised"],
  ["declined", "declined"],
  ["action_required", "action_required"],
];

/** Adds the facts of one payment up. */
export function paymentSums(facts: readonly PaymentFact[]): PaymentSums {
  const sum = (kind: FactKind): Minor => minor(facts.reduce((total, fact) => total + (fact.kind === kind ? fact.amountMinor : 0), 0));
  const has = (kind: FactKind): boolean => facts.some((fact) => fact.kind === kind);
  return {
    status: STATUS_OF.find(([kind]) => has(kind))?.[1] ?? "unknown",
    authorisedMinor: sum("authorised"),
    capturedMinor: sum("captured"),
    refundedMinor: sum("refunded"),
    captureRequestedMinor: has("capture_requested") ? sum("capture_requested") : null,
    declineReason: facts.find((fact) => fact.kind === "declined")?.reason ?? null,
  };
}
