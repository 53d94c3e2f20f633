import { expect, it } from "vitest";
import { IDLE_MS, isIdle, waitPath } from "~/domain/checkout/checkout-times";
import type { CheckoutId, Instant } from "~/domain/kernel/branded";

it("ends a checkout thirty minutes after it was last seen, not before", () => {
  const seenAt = 1_000 as Instant;
  expect(isIdle({ seenAt }, (1_000 + IDLE_MS - 1) as Instant)).toBe(false);
  expect(isIdle({ seenAt }, (1_000 + IDLE_MS) as Instant)).toBe(true);
});

it("names the page to wait on", () => {
  expect(waitPath("cho_1" as CheckoutId)).toBe("/checkout/cho_1/wait");
});
