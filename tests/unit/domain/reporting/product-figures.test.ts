import { expect, it } from "vitest";
import { productFigures, remainingFigures } from "~/domain/reporting/product-figures";

const sums = { orders: 2, units: 3, gross_sales: 900, discounts: 100, refunds: 50 };

it("says of one product all but the average order value", () => {
  expect(productFigures(sums)).toEqual({ ...sums, net_sales: 750 });
});

it("never adds up orders of several products, which overlap", () => {
  const { orders: _, ...additive } = sums;
  expect(remainingFigures([sums])).toEqual({ products: 1, values: { ...additive, net_sales: 750 } });
  expect(remainingFigures([sums, sums])?.values).toEqual({ units: 6, gross_sales: 1_800, discounts: 200, refunds: 100, net_sales: 1_500 });
  expect(remainingFigures([])).toBeNull();
});
