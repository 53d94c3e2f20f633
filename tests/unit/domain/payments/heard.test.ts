import { describe, expect, it } from "vitest";
import { minor } from "~/domain/kernel/money";
import { factHeard, type Heard } from "~/domain/payments/heard";
import { PAYMENT_STATUSES, type PaymentStatus } from "~/domain/payments/payment-facts";

const STATES = ["action_required", "authorised", "declined", "canceled", "captured"] as const;
const heard = (state: Heard["state"]): Heard => ({
  state,
  declineReason: state === "declined" ? "lost_card" : null,
  amountMinor: minor(90),
  capturedMinor: minor(40),
});

/** By what was known: the states that are news. */
const NEWS: Readonly<Record<PaymentStatus, readonly Heard["state"][]>> = {
  unknown: STATES,
  action_required: ["authorised", "declined", "canceled", "captured"],
  authorised: ["canceled", "captured"],
  declined: ["captured"],
  capturing: ["canceled", "captured"],
  captured: [],
  lost: ["canceled", "captured"],
  voided: ["captured"],
};

describe.each(PAYMENT_STATUSES)("knowing that it is %s", (status) => {
  it.each(STATES)("hearing %s", (state) => {
    const fact = factHeard({ status }, heard(state), minor(100));
    expect(fact !== null).toBe(NEWS[status].includes(state));
  });
});

it("writes our own amount down, the bank's reason, and what was really taken", () => {
  expect(factHeard({ status: "unknown" }, heard("authorised"), minor(100))).toEqual({ kind: "authorised", amountMinor: 100, reason: null });
  expect(factHeard({ status: "unknown" }, heard("declined"), minor(100))).toEqual({
    kind: "declined",
    amountMinor: 100,
    reason: "lost_card",
  });
  expect(factHeard({ status: "capturing" }, heard("captured"), minor(100))).toEqual({ kind: "captured", amountMinor: 40, reason: null });
});
