import { expect, it } from "vitest";
import { EXACT_DENOMINATOR, exactReward, lineCommission } from "~/domain/commission/amounts";
import type { Bps, Ppm } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";

const credit = (ppm: number, rate: number | null) => ({ ppm: ppm as Ppm, rateBps: rate as Bps | null });

it("rounds the line once and shares it by the exact rewards", () => {
  const credits = [credit(500_000, 1_000), credit(500_000, 800)];
  expect(credits.map((one) => exactReward(minor(6_747), one).numerator)).toEqual([3_373_500_000_000n, 2_698_800_000_000n]);
  expect(EXACT_DENOMINATOR).toBe(10_000_000_000n);
  expect(lineCommission(minor(6_747), credits)).toEqual({ totalMinor: 607, parts: [337, 270] });
});

it("rounds half a unit up, and less away", () => {
  expect(lineCommission(minor(5), [credit(1_000_000, 1_000)]).totalMinor).toBe(1);
  expect(lineCommission(minor(4), [credit(1_000_000, 1_000)])).toEqual({ totalMinor: 0, parts: [0] });
});

it("is never more than the base", () => {
  expect(lineCommission(minor(3), [credit(1_000_000, 10_000)]).totalMinor).toBe(3);
  expect(lineCommission(minor(0), [credit(1_000_000, 10_000)]).totalMinor).toBe(0);
});

it("does not give others what a credit without a rule would have earned", () => {
  expect(lineCommission(minor(1_000), [credit(500_000, null), credit(500_000, 1_000)])).toEqual({ totalMinor: 50, parts: [0, 50] });
  expect(lineCommission(minor(1_000), [])).toEqual({ totalMinor: 0, parts: [] });
});
