import { expect, it } from "vitest";
import { creditShares, MODELS, type Model } from "~/domain/attribution/models";
import type { Instant } from "~/domain/kernel/branded";
import { DAY_MS } from "~/domain/kernel/instant";

const FREEZE = (1_000 * DAY_MS) as Instant;
const daysBefore = (...days: readonly number[]): readonly Instant[] => days.map((day) => (FREEZE - day * DAY_MS) as Instant);

it.each<[Model, readonly number[], readonly number[]]>([
  ["last_touch", [9, 5, 1], [0, 0, 1_000_000]],
  ["first_touch", [9, 5, 1], [1_000_000, 0, 0]],
  ["linear", [9, 5, 1], [333_334, 333_333, 333_333]],
  ["linear", [9, 5], [500_000, 500_000]],
  ["position_based", [9], [1_000_000]],
  ["position_based", [9, 1], [500_000, 500_000]],
  ["position_based", [9, 5, 1], [400_000, 200_000, 400_000]],
  ["position_based", [9, 7, 5, 1], [400_000, 100_000, 100_000, 400_000]],
  ["time_decay", [7, 0], [333_333, 666_667]],
  ["time_decay", [14, 7, 0], [142_857, 285_714, 571_429]],
  ["time_decay", [13, 10.7, 5, 0.3], [125_301, 157_349, 276_686, 440_664]],
  ["time_decay", [365 * 2, 0], [0, 1_000_000]],
])("%s shares touches %j days before the freeze as %j", (model, days, shares) => {
  expect(creditShares(model, daysBefore(...days), FREEZE)).toEqual(shares);
});

it.each(MODELS)("%s gives one touch everything, and no touch nothing", (model) => {
  expect(creditShares(model, daysBefore(3), FREEZE)).toEqual([1_000_000]);
  expect(creditShares(model, [], FREEZE)).toEqual([]);
});
