import { expect, it } from "vitest";
import { splitByWeight } from "~/domain/kernel/split";

it("gives what is left over to the largest remainders", () => {
  expect(splitByWeight(607, [33_735n, 26_988n])).toEqual([337, 270]);
  expect(splitByWeight(100, [1n, 1n, 1n])).toEqual([34, 33, 33]);
});

it("breaks ties by position", () => {
  expect(splitByWeight(1, [1n, 1n])).toEqual([1, 0]);
  expect(splitByWeight(5, [1n, 1n, 1n, 1n])).toEqual([2, 1, 1, 1]);
});

it("splits a negative total as its mirror image, and knows no negative zero", () => {
  expect(splitByWeight(-607, [33_735n, 26_988n])).toEqual([-337, -270]);
  expect(splitByWeight(-1, [0n, 1n]).map((part) => Object.is(part, -0))).toEqual([false, false]);
});

it("gives the first part all where nobody weighs anything", () => {
  expect(splitByWeight(7, [0n, 0n])).toEqual([7, 0]);
  expect(splitByWeight(7, [0n, 3n, 0n])).toEqual([0, 7, 0]);
});

it("refuses what cannot be split", () => {
  expect(() => splitByWeight(1, [])).toThrow("Nothing to split over");
  expect(() => splitByWeight(1, [2n, -1n])).toThrow("A weight is negative");
  expect(() => splitByWeight(0.5, [1n])).toThrow(RangeError);
});
