import { describe, expect, it } from "vitest";
import { UNKNOWN_MS } from "~/domain/checkout/checkout-times";
import { fateOf, isTooLate, parseFailReason } from "~/domain/checkout/fate";
import type { Instant } from "~/domain/kernel/branded";
import { PAYMENT_STATUSES, type PaymentStatus } from "~/domain/payments/payment-facts";

const submittedAt = 0 as Instant;
const soon = { submittedAt, now: 1 as Instant };
const late = { submittedAt, now: UNKNOWN_MS as Instant };
const of = (...statuses: readonly PaymentStatus[]) =>
  statuses.map((status) => ({ status, declineReason: status === "declined" ? "stolen_card" : null }));

describe("one payment beside an authorised one", () => {
  const FATES: Readonly<Record<PaymentStatus, string>> = {
    unknown: "undecided",
    action_required: "undecided",
    authorised: "placed",
    declined: "failed stolen_card",
    capturing: "placed",
    captured: "placed",
    lost: "failed canceled",
    voided: "failed canceled",
  };
  it.each(PAYMENT_STATUSES)("%s", (status) => {
    const fate = fateOf(of("authorised", status), soon);
    expect(fate.kind === "failed" ? `failed ${fate.reason}` : fate.kind).toBe(FATES[status]);
  });

  it.each(PAYMENT_STATUSES)("%s, heard too late: failed", (status) => {
    expect(fateOf(of("authorised", status), late)).toEqual({ kind: "failed", reason: "timeout" });
  });
});

it("fails all by one refusal, whatever the others still wait for", () => {
  expect(fateOf(of("unknown", "declined", "action_required"), soon)).toEqual({ kind: "failed", reason: "stolen_card" });
});

it("is late at fifteen minutes, not before", () => {
  expect([UNKNOWN_MS - 1, UNKNOWN_MS].map((now) => isTooLate(submittedAt, now as Instant))).toEqual([false, true]);
});

it("knows the reasons it is told, and takes others for a plain no", () => {
  expect([parseFailReason("timeout"), parseFailReason("expired_card"), parseFailReason("bad moon")]).toEqual([
    "timeout",
    "expired_card",
    "declined",
  ]);
});
