import { expect, it } from "vitest";
import { CANCEL_REASONS, parseCancelReason } from "~/domain/orders/cancel-reasons";

it("knows its own reasons and no other, least of all the platform's own", () => {
  expect(CANCEL_REASONS.map(parseCancelReason)).toEqual(CANCEL_REASONS);
  for (const text of ["", "payment_failed", "toString", "Changed_mind"]) expect(parseCancelReason(text)).toBeUndefined();
});
