import { describe, expect, it } from "vitest";
import type { Instant } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import { FACT_KINDS, type FactKind, PAYMENT_STATUSES, paymentSums } from "~/domain/payments/payment-facts";

const fact = (kind: FactKind, amount = 100, reason: string | null = null) => ({
  kind,
  amountMinor: minor(amount),
  reason,
  at: 0 as Instant,
});

const STATUS: Readonly<Record<FactKind, string>> = {
  requested: "unknown",
  action_required: "action_required",
  authorised: "authorised",
  declined: "declined",
  capture_requested: "capturing",
  captured: "captured",
  capture_failed: "lost",
  voided: "voided",
  refunded: "unknown",
};

it.each(FACT_KINDS)("after %s alone its status follows", (kind) => {
  expect(paymentSums([fact(kind)]).status).toBe(STATUS[kind]);
});

it("reaches every status there is", () => {
  expect(new Set(Object.values(STATUS))).toEqual(new Set(PAYMENT_STATUSES));
});

describe("whatever the order it was heard in", () => {
  it("a capture outranks the order to capture, and that the authorisation", () => {
    const facts = [fact("authorised"), fact("captured", 60), fact("capture_requested", 60), fact("requested")];
    for (const heard of [facts, [...facts].reverse()]) {
      expect(paymentSums(heard)).toMatchObject({ status: "captured", authorisedMinor: 100, capturedMinor: 60, captureRequestedMinor: 60 });
    }
  });

  it("an authorisation that was let go of is voided", () => {
    expect(paymentSums([fact("voided"), fact("authorised")]).status).toBe("voided");
  });
});

it("adds refunds up, and tells why a bank said no", () => {
  expect(paymentSums([fact("refunded", 20), fact("refunded", 5), fact("declined", 100, "lost_card")])).toMatchObject({
    refundedMinor: 25,
    declineReason: "lost_card",
    captureRequestedMinor: null,
  });
});
