import { expect, it } from "vitest";
import { addSales, isEmptySales, METRIC_IDS, METRICS, metricValues, NO_SALES, parseMetrics } from "~/domain/reporting/metrics";

const sums = { orders: 3, units: 7, gross_sales: 1_000, discounts: 50, refunds: 200 };

it("knows each metric under its own id", () => {
  expect(METRIC_IDS).toEqual(["orders", "units", "gross_sales", "discounts", "refunds", "net_sales", "aov"]);
  for (const id of METRIC_IDS) expect(METRICS[id].id).toBe(id);
});

it("computes sums and what is derived from them", () => {
  expect(metricValues(sums, METRIC_IDS)).toEqual({ ...sums, net_sales: 750, aov: 317 });
});

it("gives only what was asked", () => {
  expect(metricValues(sums, ["refunds", "orders"])).toEqual({ refunds: 200, orders: 3 });
});

it("rounds quotients half away from zero and leaves them out without a denominator", () => {
  expect(metricValues({ ...NO_SALES, orders: 2, gross_sales: 5 }, ["aov"])).toEqual({ aov: 3 });
  expect(metricValues({ ...NO_SALES, orders: 2, discounts: 5 }, ["aov"])).toEqual({ aov: -3 });
  expect(metricValues({ ...NO_SALES, gross_sales: 5 }, ["aov", "orders"])).toEqual({ aov: null, orders: 0 });
});

it("reads lists of metrics, each once, and names the first unknown one", () => {
  expect(parseMetrics("gross_sales, orders,gross_sales")).toEqual({ ok: true, value: ["gross_sales", "orders"] });
  expect(parseMetrics("orders,profit")).toEqual({ ok: false, error: { kind: "unknown_metric", name: "profit", known: METRIC_IDS } });
  expect(parseMetrics("").ok).toBe(false);
});

it("adds sums and tells nothing from something", () => {
  expect(addSales(sums, NO_SALES)).toEqual(sums);
  expect(addSales(sums, sums)).toEqual({ orders: 6, units: 14, gross_sales: 2_000, discounts: 100, refunds: 400 });
  expect(isEmptySales(NO_SALES)).toBe(true);
  expect(isEmptySales({ ...NO_SALES, refunds: 1 })).toBe(false);
});
