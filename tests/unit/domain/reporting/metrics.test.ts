import { expect, it } from "vitest";
import { addSales, METRICS, metricValues, NO_SALES, parseMetrics, SALES_METRIC_IDS } from "~/domain/reporting/metrics";

const sums = { orders: 3, units: 7, gross_sales: 1_000, discounts: 50, refunds: 200 };

it("knows each metric under its own id", () => {
  expect(SALES_METRIC_IDS).toEqual(["orders", "units", "gross_sales", "discounts", "refunds", "net_sales", "aov"]);
  for (const id of SALES_METRIC_IDS) expect(METRICS[id].id).toBe(id);
});

it("computes sums and what is derived from them", () => {
  expect(metricValues(sums, SALES_METRIC_IDS)).toEqual({ ...sums, net_sales: 750, aov: 317 });
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
  expect(parseMetrics("orders,profit")).toEqual({ ok: false, error: { kind: "unknown_metric", name: "profit", known: SALES_METRIC_IDS } });
  expect(parseMetrics("").ok).toBe(false);
});

it("adds sums", () => {
  expect(addSales(sums, NO_SALES)).toEqual(sums);
  expect(addSales(sums, sums)).toEqual({ orders: 6, units: 14, gross_sales: 2_000, discounts: 100, refunds: 400 });
});
