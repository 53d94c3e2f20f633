import { expect, it } from "vitest";
import { minor } from "~/domain/kernel/money";
import { baseLeft, cancelAmounts, owedOf } from "~/domain/orders/cancel-amounts";

/** Domain §8: 3 × 2 999, coupon 10 %, tax inclusive 20 %, shipping 499. */
const line = { quantity: 3, canceled: 0, paidMinor: minor(8_097), taxMinor: minor(1_350), baseMinor: minor(6_747) };

it("takes back what the worked example says", () => {
  expect(cancelAmounts(line, 1, true)).toEqual({ paidBackMinor: 2_699, taxBackMinor: 450, baseBackMinor: 2_249 });
  const one = { ...line, canceled: 1 };
  expect(owedOf({ totalMinor: minor(8_596), taxInclusive: true, lines: [one] })).toBe(5_897);
  expect(baseLeft(one, true)).toBe(4_498);
});

it("ends exactly, in whatever steps units go", () => {
  for (const steps of [[3], [1, 2], [2, 1], [1, 1, 1]]) {
    for (const taxInclusive of [true, false]) {
      let canceled = 0;
      const sums = { paid: 0, tax: 0, base: 0 };
      for (const units of steps) {
        const back = cancelAmounts({ ...line, paidMinor: minor(1_000), taxMinor: minor(167), canceled }, units, taxInclusive);
        canceled += units;
        sums.paid += back.paidBackMinor;
        sums.tax += back.taxBackMinor;
        sums.base += back.baseBackMinor;
      }
      expect(sums).toEqual({ paid: 1_000, tax: 167, base: taxInclusive ? 833 : 1_000 });
    }
  }
});

it("takes tax that came on top back with its units, and shipping only with the last one", () => {
  const added = { quantity: 2, canceled: 1, paidMinor: minor(1_001), taxMinor: minor(200), baseMinor: minor(1_001) };
  const totalMinor = minor(1_001 + 200 + 500);
  expect(owedOf({ totalMinor, taxInclusive: false, lines: [added] })).toBe(totalMinor - 501 - 100);
  expect(baseLeft(added, false)).toBe(500);
  expect(owedOf({ totalMinor, taxInclusive: false, lines: [{ ...added, canceled: 2 }] })).toBe(0);
});

it("refuses more units than there were", () => {
  expect(() => cancelAmounts({ ...line, canceled: 3 }, 1, true)).toThrow(RangeError);
});
