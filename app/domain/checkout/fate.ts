import type { Instant } from "../kernel/branded";
import type { PaymentStatus } from "../payments/payment-facts";
import { UNKNOWN_MS } from "./checkout-times";

/** Why a checkout failed: the bank's word, `canceled` when the payment was let go, `timeout` when no answer came in time. */
export const FAIL_REASONS = [
  "declined",
  "insufficient_funds",
  "lost_card",
  "stolen_card",
  "expired_card",
  "incorrect_cvc",
  "processing_error",
  "fraudulent",
  "authentication_failed",
  "card_unavailable",
  "canceled",
  "refused",
  "timeout",
] as const;
export type FailReason = (typeof FAIL_REASONS)[number];

/** What becomes of a checkout. `undecided`: an answer is still to come. */
export type Fate = { readonly kind: "placed" } | { readonly kind: "failed"; readonly reason: FailReason } | { readonly kind: "undecided" };

/** What a payment's status means for its checkout; total, so that a new status cannot be forgotten. */
const MEANS: Readonly<Record<PaymentStatus, "yes" | "no" | "open">> = {
  unknown: "open",
  action_required: "open",
  authorised: "yes",
  declined: "no",
  capturing: "yes",
  captured: "yes",
  lost: "no",
  voided: "no",
};

/**
 * Decides a checkout from its payments: 15 minutes without a decision → failed, whatever is heard after that; else
 * all authorised → placed; one refusal → failed. Source: domain §3.
 */
export function fateOf(
  payments: readonly { readonly status: PaymentStatus; readonly declineReason: string | null }[],
  { submittedAt, now }: { readonly submittedAt: Instant; readonly now: Instant },
): Fate {
  if (isTooLate(submittedAt, now)) return { kind: "failed", reason: "timeout" };
  const refusal = payments.find(({ status }) => MEANS[status] === "no");
  if (refusal !== undefined) return { kind: "failed", reason: parseFailReason(refusal.declineReason ?? "canceled") };
  return payments.every(({ status }) => MEANS[status] === "yes") ? { kind: "placed" } : { kind: "undecided" };
}

/** True once nobody has to be asked any more: the checkout has failed. */
export function isTooLate(submittedAt: Instant, now: Instant): boolean {
  return now - submittedAt >= UNKNOWN_MS;
}

/** A reason as it is stored or as a provider calls it; words nobody knows are a plain `declined`. */
export function parseFailReason(text: string): FailReason {
  return FAIL_REASONS.find((reason) => reason === text) ?? "declined";
}
