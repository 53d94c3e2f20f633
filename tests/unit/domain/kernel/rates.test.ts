import { expect, it } from "vitest";
import { minor } from "~/domain/kernel/money";
import { bps, shareOf } from "~/domain/kernel/rates";

it("rounds a rate's share once, half away from zero", () => {
  expect(shareOf(minor(4_498), bps(500))).toBe(225);
  expect(shareOf(minor(50), bps(100))).toBe(1);
  expect(shareOf(minor(-50), bps(100))).toBe(-1);
  expect(shareOf(minor(49), bps(100))).toBe(0);
});

it("takes whole basis points from 0 to 10 000 only", () => {
  expect(bps(10_000)).toBe(10_000);
  for (const bad of [-1, 10_001, 0.5, Number.NaN]) expect(() => bps(bad)).toThrow(RangeError);
});
