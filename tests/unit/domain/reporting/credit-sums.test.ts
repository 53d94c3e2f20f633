import { expect, it } from "vitest";
import { addCredit, NO_CREDIT } from "~/domain/reporting/credit-sums";

it("adds every sum, and nothing to nothing", () => {
  const one = Object.fromEntries(Object.keys(NO_CREDIT).map((key, index) => [key, index + 1])) as typeof NO_CREDIT;
  expect(addCredit(one, NO_CREDIT)).toEqual(one);
  expect(Object.values(addCredit(one, one))).toEqual(Object.values(one).map((value) => 2 * value));
});
