import { expect, it } from "vitest";
import { minor } from "~/domain/kernel/money";
import { backSoFar } from "~/domain/kernel/take-back";

it("is the rounded share of what was taken back, so that differences of steps end exactly", () => {
  const back = [0, 2_249, 4_498, 6_747].map((taken) => backSoFar(minor(337), { taken, of: 6_747 }));
  expect(back).toEqual([0, 112, 225, 337]);
});

it("rounds half away from zero", () => {
  expect(backSoFar(minor(5), { taken: 1, of: 2 })).toBe(3);
  expect(backSoFar(minor(-5), { taken: 1, of: 2 })).toBe(-3);
});

it("takes nothing back of nothing", () => {
  expect(backSoFar(minor(9), { taken: 0, of: 0 })).toBe(0);
});

it("refuses more back than there was, or less than nothing", () => {
  expect(() => backSoFar(minor(1), { taken: 3, of: 2 })).toThrow("3 of 2");
  expect(() => backSoFar(minor(1), { taken: -1, of: 2 })).toThrow(RangeError);
});
