import { expect, it } from "vitest";
import type { Instant } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import type { OrderState } from "~/domain/orders/order-status";
import { nextPaymentStep, nextStepOf } from "~/domain/payments/next-step";
import { PAYMENT_STATUSES, type PaymentStatus } from "~/domain/payments/payment-facts";

const now = 1_000 as Instant;
const at = (ms: number): Instant => ms as Instant;

/** Which of the order's states and the payment's statuses may be met, and what each asks for while the window is closed. */
const TABLE: Readonly<Record<PaymentStatus, Readonly<Record<OrderState, string>>>> = {
  unknown: { awaiting_payment: "ask", failed: "void", placed: "capture" },
  action_required: { awaiting_payment: "ask", failed: "void", placed: "capture" },
  authorised: { awaiting_payment: "ask", failed: "void", placed: "capture" },
  capturing: { awaiting_payment: "capture", failed: "capture", placed: "capture" },
  declined: { awaiting_payment: "finished", failed: "finished", placed: "finished" },
  captured: { awaiting_payment: "finished", failed: "finished", placed: "finished" },
  lost: { awaiting_payment: "finished", failed: "finished", placed: "finished" },
  voided: { awaiting_payment: "finished", failed: "finished", placed: "finished" },
};

it.each(PAYMENT_STATUSES.flatMap((status) => (["awaiting_payment", "failed", "placed"] as const).map((state) => [status, state] as const)))(
  "knows what a payment that is %s of an order that is %s needs",
  (status, orderState) => {
    const captureRequestedMinor = status === "capturing" ? minor(400) : null;
    const step = nextPaymentStep({ orderState, sums: { status, captureRequestedMinor }, owedMinor: minor(500), cancelUntil: now, now });
    expect(step.kind).toBe(TABLE[status][orderState]);
    if (step.kind === "capture") expect(step.amountMinor).toBe(captureRequestedMinor ?? 500);
  },
);

const placed = { orderState: "placed", sums: { status: "authorised", captureRequestedMinor: null }, now } as const;

it("waits for the end of the cancel window, to the millisecond", () => {
  expect(nextPaymentStep({ ...placed, owedMinor: minor(5), cancelUntil: at(1_001) })).toEqual({ kind: "wait", until: 1_001 });
  expect(nextPaymentStep({ ...placed, owedMinor: minor(5), cancelUntil: at(1_000) })).toEqual({ kind: "capture", amountMinor: 5 });
});

it("lets go at once of a payment whose order has nothing left", () => {
  expect(nextPaymentStep({ ...placed, owedMinor: minor(0), cancelUntil: at(9_999) })).toEqual({ kind: "void" });
});

it("reads facts and quantities: what is canceled is not taken, and a capture that was ordered stands", () => {
  const line = { quantity: 2, canceled: 1, paidMinor: minor(1_000), taxMinor: minor(0) };
  const order = { state: "placed", totalMinor: minor(1_100), taxInclusive: true, cancelUntil: now, lines: [line] } as const;
  const authorised = { kind: "authorised", amountMinor: minor(1_100), reason: null, at: at(1) } as const;
  expect(nextStepOf({ facts: [authorised], order }, now)).toEqual({ kind: "capture", amountMinor: 600 });
  const ordered = { kind: "capture_requested", amountMinor: minor(600), reason: null, at: at(2) } as const;
  const later = { ...order, lines: [{ ...line, canceled: 2 }] };
  expect(nextStepOf({ facts: [ordered, authorised], order: later }, now)).toEqual({ kind: "capture", amountMinor: 600 });
  expect(nextStepOf({ facts: [authorised], order: later }, now)).toEqual({ kind: "void" });
});
