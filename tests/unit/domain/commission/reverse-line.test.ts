import { expect, it } from "vitest";
import { reverseCredits } from "~/domain/commission/reverse-line";
import type { Ppm } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";

const credits = [
  { ppm: 500_000 as Ppm, accruedMinor: minor(337) },
  { ppm: 500_000 as Ppm, accruedMinor: minor(270) },
];
const at = (units: number, base: number) => ({ units, baseMinor: minor(base) });
const line = { quantity: 3, baseMinor: minor(6_747) };

it("takes back unit after unit until nothing is left", () => {
  const steps = [at(0, 0), at(1, 2_249), at(2, 4_498), at(3, 6_747)];
  const back = steps.slice(1).map((after, index) => reverseCredits({ ...line, before: steps[index] ?? at(0, 0), after }, credits));
  expect(back.map((parts) => parts.map(({ commissionMinor }) => commissionMinor))).toEqual([
    [112, 90],
    [113, 90],
    [112, 90],
  ]);
  expect(back.map((parts) => parts.map(({ units }) => units))).toEqual([
    [1, 0],
    [0, 1],
    [1, 0],
  ]);
  expect(back.flat().reduce((sum, { baseMinor }) => sum + baseMinor, 0)).toBe(6_747);
});

it("goes by units where nothing was paid", () => {
  const free = { quantity: 2, baseMinor: minor(0) };
  const [part] = reverseCredits({ ...free, before: at(0, 0), after: at(1, 0) }, [{ ppm: 1_000_000 as Ppm, accruedMinor: minor(10) }]);
  expect(part).toEqual({ units: 1, baseMinor: 0, commissionMinor: 5 });
});
