import { expect, it } from "vitest";
import { minor } from "~/domain/kernel/money";
import { lineNumber, standingOf } from "~/domain/reporting/reported-line";

it.each([
  ["pending", 0, "provisional"],
  ["held", 0, "held"],
  ["approved", 3, "approved"],
  ["in_payout", 0, "paid"],
  ["paid", 9, "paid"],
  ["pending", 10, "taken_back"],
  ["rejected", 0, "taken_back"],
  [null, 0, "nothing"],
] as const)("a commission of 10 that is %s with %i taken back stands as %s", (state, back, standing) => {
  expect(standingOf({ state, accruedMinor: minor(10), backMinor: minor(back) })).toBe(standing);
});

it("counts lines of an order from 1", () => {
  expect(lineNumber({ orderNumber: "B-5T9C", position: 0 })).toBe("B-5T9C-1");
});
