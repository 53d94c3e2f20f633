import type { Instant } from "../kernel/branded";
import type { Minor } from "../kernel/money";
import { type CancelableLine, owedOf } from "../orders/cancel-amounts";
import type { OrderState } from "../orders/order-status";
import { type PaymentFact, type PaymentStatus, type PaymentSums, paymentSums } from "./payment-facts";

/** What is to be done next about a payment. `ask`: its checkout's fate is open, so see what the provider's books say. */
export type PaymentStep =
  | { readonly kind: "ask" }
  | { readonly kind: "void" }
  | { readonly kind: "capture"; readonly amountMinor: Minor }
  | { readonly kind: "wait"; readonly until: Instant }
  | { readonly kind: "finished" };

/** What the next step depends on. */
export type PaymentSituation = {
  readonly orderState: OrderState;
  readonly sums: Pick<PaymentSums, "status" | "captureRequestedMinor">;
  /** What is left of the order after cancels, shipping and tax included. */
  readonly owedMinor: Minor;
  /** The end of the cancel window; `null` while the order is not placed. */
  readonly cancelUntil: Instant | null;
  readonly now: Instant;
};

/** Nothing can be taken by such a payment any more, or ever could. */
const ENDED: Readonly<Record<PaymentStatus, boolean>> = {
  unknown: false,
  action_required: false,
  authorised: false,
  capturing: false,
  declined: true,
  captured: true,
  lost: true,
  voided: true,
};

/**
 * Decides what to do about a payment, whatever happened before: capture once, when the cancel window has closed,
 * what is left; void what is not wanted. A capture that was ordered goes on with its amount, whatever followed.
 */
export function nextPaymentStep(situation: PaymentSituation): PaymentStep {
  const { orderState, sums } = situation;
  if (ENDED[sums.status]) return { kind: "finished" };
  if (sums.captureRequestedMinor !== null) return { kind: "capture", amountMinor: sums.captureRequestedMinor };
  return STEPS[orderState](situation);
}

const STEPS: Readonly<Record<OrderState, (situation: PaymentSituation) => PaymentStep>> = {
  awaiting_payment: () => ({ kind: "ask" }),
  failed: () => ({ kind: "void" }),
  placed: ofPlaced,
};

function ofPlaced({ owedMinor, cancelUntil, now }: PaymentSituation): PaymentStep {
  if (owedMinor === 0) return { kind: "void" };
  if (cancelUntil !== null && now < cancelUntil) return { kind: "wait", until: cancelUntil };
  return { kind: "capture", amountMinor: owedMinor };
}

type StoredCase = {
  readonly facts: readonly PaymentFact[];
  readonly order: {
    readonly state: OrderState;
    readonly totalMinor: Minor;
    readonly taxInclusive: boolean;
    readonly cancelUntil: Instant | null;
    readonly lines: readonly CancelableLine[];
  };
};

/** The next step of a payment as its facts and its order stand. */
export function nextStepOf({ facts, order }: StoredCase, now: Instant): PaymentStep {
  return nextPaymentStep({
    orderState: order.state,
    sums: paymentSums(facts),
    owedMinor: owedOf(order),
    cancelUntil: order.cancelUntil,
    now,
  });
}
