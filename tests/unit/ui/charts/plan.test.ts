import { expect, it } from "vitest";
import { planChart } from "~/ui/charts/plan";
import type { ChartPoint } from "~/ui/charts/points";

const point = (value: number | null, before?: number): ChartPoint => ({
  period: "d",
  value,
  before: before === undefined ? null : { period: "p", value: before },
});

it("without comparison: a line over its area, down to zero", () => {
  const plan = planChart([point(0), point(1_000)], 100);
  expect(plan.line).toBe("M0 1000L1000 0");
  expect(plan.area).toBe("M0 1000L0 1000L1000 0L1000 1000Z");
  expect(plan.before).toBe("");
  expect(plan.gaps).toEqual([]);
});

it("with comparison: both lines and the gap between them instead", () => {
  const plan = planChart([point(1_000, 0), point(1_000, 500)], 100);
  expect(plan.area).toBe("");
  expect(plan.before).toBe("M0 1000L1000 500");
  expect(plan.gaps).toEqual([{ side: "above", path: "M0 0L1000 0L1000 500L0 1000Z" }]);
});

it("few points get dots, missing ones none, many points none at all", () => {
  expect(planChart([point(1), point(null), point(3)], 1).dots).toHaveLength(2);
  expect(
    planChart(
      Array.from({ length: 30 }, () => point(1)),
      1,
    ).dots,
  ).toHaveLength(0);
});
