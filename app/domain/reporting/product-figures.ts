import type { ProductId } from "../kernel/branded";
import { addSales, METRIC_IDS, METRICS, type MetricValues, metricValues, NO_SALES, type SalesSums } from "./metrics";

/** A product with its figures over some time. */
export type SoldProduct = {
  readonly productId: ProductId;
  readonly title: string;
  readonly handle: string;
  readonly values: MetricValues;
};

/** What one product's sums mean alone: all but the average order value, as an order holds other products too. */
export function productFigures(sums: SalesSums): MetricValues {
  return metricValues(
    sums,
    METRIC_IDS.filter((id) => id === "orders" || METRICS[id].additive),
  );
}

/** Several products in one line: only what adds up over products; `null` for no products. */
export function remainingFigures(rest: readonly SalesSums[]): { readonly products: number; readonly values: MetricValues } | null {
  if (rest.length === 0) return null;
  const values = metricValues(
    rest.reduce(addSales, NO_SALES),
    METRIC_IDS.filter((id) => METRICS[id].additive),
  );
  return { products: rest.length, values };
}
