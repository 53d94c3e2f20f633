import { divideRounded } from "../kernel/money";
import { done, type Outcome, refused } from "../kernel/outcome";

/** The sums a quarter-hour bucket holds; every metric is one of them or made of them. */
export type SalesSums = {
  readonly orders: number;
  readonly units: number;
  readonly gross_sales: number;
  readonly discounts: number;
  readonly refunds: number;
};

type Term = { readonly of: keyof SalesSums; readonly sign: 1 | -1 };

export type MetricId = "orders" | "units" | "gross_sales" | "discounts" | "refunds" | "net_sales" | "aov";

/** One figure of the reports. Titles and formulas in words are texts under `metric.<id>.title` and `metric.<id>.formula`. */
export type Metric = {
  readonly id: MetricId;
  readonly unit: "money" | "count" | "ratio";
  readonly kind: "sum" | "derived";
  /** The signed sums added up, over the whole period. */
  readonly numerator: readonly Term[];
  /** Divides the numerator; a zero denominator gives no value. */
  readonly denominator?: keyof SalesSums;
  /** The projection's columns it is read from. */
  readonly source: string;
  /** True when the figures of products add up to the brand's. An order with two products counts for both. */
  readonly additive: boolean;
};

/** Every metric there is, in the order they are shown. Source: the metrics dictionary (domain §7). */
export const METRICS: Readonly<Record<MetricId, Metric>> = {
  orders: sum("orders", "count", { source: "sales_by_quarter.orders", additive: false }),
  units: sum("units", "count", { source: "sales_by_quarter.units", additive: true }),
  gross_sales: sum("gross_sales", "money", { source: "sales_by_quarter.gross_minor", additive: true }),
  discounts: sum("discounts", "money", { source: "sales_by_quarter.discount_minor", additive: true }),
  refunds: sum("refunds", "money", { source: "sales_by_quarter.refund_minor", additive: true }),
  net_sales: {
    id: "net_sales",
    unit: "money",
    kind: "derived",
    numerator: [plus("gross_sales"), less("discounts"), less("refunds")],
    source: "sales_by_quarter.gross_minor, discount_minor, refund_minor",
    additive: true,
  },
  aov: {
    id: "aov",
    unit: "money",
    kind: "derived",
    numerator: [plus("gross_sales"), less("discounts")],
    denominator: "orders",
    source: "sales_by_quarter.gross_minor, discount_minor, orders",
    additive: false,
  },
};

export const METRIC_IDS: readonly MetricId[] = Object.values(METRICS).map((metric) => metric.id);

/** Metrics of one row; only the asked ones are there. `null` where the denominator is zero, shown as "—". */
export type MetricValues = Readonly<Partial<Record<MetricId, number | null>>>;

/** Metric ids from comma-separated text such as `gross_sales,orders`; each once, in the order given. */
export function parseMetrics(
  text: string,
): Outcome<readonly MetricId[], { readonly kind: "unknown_metric"; readonly name: string; readonly known: readonly MetricId[] }> {
  const found = new Set<MetricId>();
  for (const name of text.split(",").map((part) => part.trim())) {
    const id = METRIC_IDS.find((known) => known === name);
    if (id === undefined) return refused({ kind: "unknown_metric", name, known: METRIC_IDS });
    found.add(id);
  }
  return done([...found]);
}

/** The asked metrics of these sums; quotients round half away from zero to whole minor units. */
export function metricValues(sums: SalesSums, metrics: readonly MetricId[]): MetricValues {
  return Object.fromEntries(metrics.map((id) => [id, figureOf(sums, METRICS[id])]));
}

/** Sums of nothing. */
export const NO_SALES: SalesSums = { orders: 0, units: 0, gross_sales: 0, discounts: 0, refunds: 0 };

/** Adds two sums. */
export function addSales(left: SalesSums, right: SalesSums): SalesSums {
  return {
    orders: left.orders + right.orders,
    units: left.units + right.units,
    gross_sales: left.gross_sales + right.gross_sales,
    discounts: left.discounts + right.discounts,
    refunds: left.refunds + right.refunds,
  };
}

/** True when nothing happened: such periods are left out of reports. */
export function isEmptySales(sums: SalesSums): boolean {
  return Object.values(sums).every((value) => value === 0);
}

function figureOf(sums: SalesSums, metric: Metric): number | null {
  const numerator = metric.numerator.reduce((total, term) => total + term.sign * sums[term.of], 0);
  if (metric.denominator === undefined) return numerator;
  const denominator = sums[metric.denominator];
  return denominator === 0 ? null : Number(divideRounded(BigInt(numerator), BigInt(denominator)));
}

function sum(id: keyof SalesSums, unit: "money" | "count", rest: { readonly source: string; readonly additive: boolean }): Metric {
  return { id, unit, kind: "sum", numerator: [plus(id)], ...rest };
}

function plus(of: keyof SalesSums): Term {
  return { of, sign: 1 };
}

function less(of: keyof SalesSums): Term {
  return { of, sign: -1 };
}
