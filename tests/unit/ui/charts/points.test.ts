import { expect, it } from "vitest";
import { chartPoints, isEmptyChart } from "~/ui/charts/points";

const row = (period: string, net: number, aov: number | null) => ({ period, values: { net_sales: net, aov } });

it("fills silent periods: a sum with zero, a quotient with nothing", () => {
  const now = { rows: [row("d2", 500, 250)], periods: ["d1", "d2", "d3"] };
  expect(chartPoints("net_sales", now, null).map((point) => point.value)).toEqual([0, 500, 0]);
  expect(chartPoints("aov", now, null).map((point) => point.value)).toEqual([null, 250, null]);
});

it("lays the period before under it place by place, as far as it reaches", () => {
  const now = { rows: [row("d3", 3, null), row("d4", 4, null), row("d5", 5, null)], periods: ["d3", "d4", "d5"] };
  const before = { rows: [row("d2", 2, null)], periods: ["d1", "d2"] };
  expect(chartPoints("net_sales", now, before).map((point) => point.before)).toEqual([
    { period: "d1", value: 0 },
    { period: "d2", value: 2 },
    null,
  ]);
});

it("knows when there is nothing to draw", () => {
  expect(isEmptyChart([])).toBe(true);
  expect(isEmptyChart([{ period: "d1", value: null, before: { period: "d0", value: 0 } }])).toBe(true);
  expect(isEmptyChart([{ period: "d1", value: 0, before: { period: "d0", value: -1 } }])).toBe(false);
});
