import { expect, it } from "vitest";
import { lineShares, shareLine } from "~/domain/commission/credit-shares";
import type { Ppm } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";

it("shares an order over its lines by base, by units when nothing was paid", () => {
  const line = (baseMinor: number, quantity: number) => ({ baseMinor: minor(baseMinor), quantity });
  expect(lineShares([line(3_000, 1), line(1_000, 7)])).toEqual([750_000, 250_000]);
  expect(lineShares([line(0, 1), line(0, 3)])).toEqual([250_000, 750_000]);
});

it("splits a line's order share, units and money over its credits, each to the whole", () => {
  const totals = { orderPpm: 1_000_000 as Ppm, units: 3, baseMinor: minor(6_747) };
  expect(shareLine(totals, [500_000, 500_000] as Ppm[])).toEqual([
    { orderPpm: 500_000, units: 2, baseMinor: 3_374 },
    { orderPpm: 500_000, units: 1, baseMinor: 3_373 },
  ]);
  expect(shareLine(totals, [])).toEqual([]);
});
