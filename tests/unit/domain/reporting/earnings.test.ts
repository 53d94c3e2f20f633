import { expect, it } from "vitest";
import type { Instant } from "~/domain/kernel/branded";
import { earningsByState, totalEarnings } from "~/domain/reporting/earnings";

const period = (label: string, from: number) => ({ period: label, start: from as Instant, end: (from + 100) as Instant });
const PERIODS = [period("a", 0), period("b", 100), period("c", 200)];
const ROWS = [
  { period: "a", values: { commission_accrued: 50, commission_reversed: 0 } },
  { period: "c", values: { commission_accrued: 30, commission_reversed: 40 } },
];

it("leaves as provisional what is neither approved nor paid, and fills silent periods", () => {
  const settled = [
    { bucket: 10 as Instant, approved: 20, paid: 0 },
    { bucket: 90 as Instant, approved: 0, paid: 5 },
  ];
  const earnings = earningsByState(ROWS, settled, PERIODS);
  expect(earnings).toEqual([
    { period: "a", paid: 5, approved: 20, provisional: 25, reversed: 0 },
    { period: "b", paid: 0, approved: 0, provisional: 0, reversed: 0 },
    { period: "c", paid: 0, approved: 0, provisional: 30, reversed: 40 },
  ]);
  expect(totalEarnings(earnings)).toEqual({ paid: 5, approved: 20, provisional: 55, reversed: 40 });
});
