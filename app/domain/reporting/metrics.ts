import { divideRounded } from "../kernel/money";
import { done, type Outcome, refused } from "../kernel/outcome";

/** The sums a quarter-hour of a brand or product holds; every sales metric is one of them or made of them. */
export type SalesSums = {
  readonly orders: number;
  readonly units: number;
  readonly gross_sales: number;
  readonly discounts: number;
  readonly refunds: number;
};

/**
 * The sums a quarter-hour of an affiliate's link, post or storefront holds. `…_of_clicks` tells orders and money
 * of the quarter-hour of the click that led to them, all others of the quarter-hour in which they happened.
 * Orders are parts per million.
 */
export type CreditSums = {
  readonly raw_clicks: number;
  readonly clicks: number;
  readonly orders_credited: number;
  readonly units_credited: number;
  readonly credited_sales: number;
  readonly credited_refunds: number;
  readonly commission_accrued: number;
  readonly commission_reversed: number;
  readonly orders_of_clicks: number;
  readonly accrued_of_clicks: number;
  readonly reversed_of_clicks: number;
};

type Term<Sum extends string> = { readonly of: Sum; readonly sign: 1 | -1 };

/**
 * What a value counts: minor units; things; orders in parts per million; a share in parts per million; tenths of a
 * minor unit (a click earns cents, and their tenths matter).
 */
export type Unit = "money" | "count" | "credit" | "share" | "per_click";

/** One figure of the reports. Titles and formulas in words are texts under `metric.<id>.title` and `metric.<id>.formula`. */
export type Metric<Sum extends string = string> = {
  readonly id: MetricId;
  readonly unit: Unit;
  /** The signed sums added up, over the whole period. */
  readonly numerator: readonly Term<Sum>[];
  /** Divides the numerator; a zero denominator gives no value. Without one the metric adds up over days. */
  readonly denominator?: readonly Term<Sum>[];
  /** Multiplies the numerator before it is divided: to parts per million, to tenths of a minor unit. */
  readonly scale?: number;
  /** The projection's columns it is read from. */
  readonly source: string;
  /** True when the figures of the parts (products, affiliates) add up to the whole. An order with two products counts for both. */
  readonly additive: boolean;
};

export type SalesMetricId = "orders" | "units" | "gross_sales" | "discounts" | "refunds" | "net_sales" | "aov";

export type CreditMetricId =
  | "raw_clicks"
  | "clicks"
  | "orders_credited"
  | "click_conversion"
  | "units_credited"
  | "credited_sales"
  | "credited_refunds"
  | "credited_net_sales"
  | "commission_accrued"
  | "commission_reversed"
  | "commission_net"
  | "effective_rate"
  | "epc_gross"
  | "epc_net";

export type MetricId = SalesMetricId | CreditMetricId;

const MILLION = 1_000_000;

/** What a brand sold, in the order it is shown. Source: the metrics dictionary (domain §7). */
const SALES_METRICS: Readonly<Record<SalesMetricId, Metric<keyof SalesSums>>> = {
  orders: { ...sum("orders", "count", "sales_by_quarter.orders"), additive: false },
  units: sum("units", "count", "sales_by_quarter.units"),
  gross_sales: sum("gross_sales", "money", "sales_by_quarter.gross_minor"),
  discounts: sum("discounts", "money", "sales_by_quarter.discount_minor"),
  refunds: sum("refunds", "money", "sales_by_quarter.refund_minor"),
  net_sales: {
    id: "net_sales",
    unit: "money",
    numerator: [plus("gross_sales"), less("discounts"), less("refunds")],
    source: "sales_by_quarter.gross_minor, discount_minor, refund_minor",
    additive: true,
  },
  aov: {
    id: "aov",
    unit: "money",
    numerator: [plus("gross_sales"), less("discounts")],
    denominator: [plus("orders")],
    source: "sales_by_quarter.gross_minor, discount_minor, orders",
    additive: false,
  },
};

/** What affiliates brought and earned, in the order it is shown. Source: the metrics dictionary (domain §7). */
const CREDIT_METRICS: Readonly<Record<CreditMetricId, Metric<keyof CreditSums>>> = {
  raw_clicks: sum("raw_clicks", "count", "credit_by_quarter.raw_clicks"),
  clicks: sum("clicks", "count", "credit_by_quarter.clicks"),
  orders_credited: sum("orders_credited", "credit", "credit_by_quarter.orders_ppm"),
  click_conversion: {
    id: "click_conversion",
    unit: "share",
    numerator: [plus("orders_of_clicks")],
    denominator: [plus("clicks")],
    source: "credit_by_quarter.click_orders_ppm, clicks",
    additive: false,
  },
  units_credited: sum("units_credited", "count", "credit_by_quarter.units"),
  credited_sales: sum("credited_sales", "money", "credit_by_quarter.sales_minor"),
  credited_refunds: sum("credited_refunds", "money", "credit_by_quarter.sales_back_minor"),
  credited_net_sales: {
    id: "credited_net_sales",
    unit: "money",
    numerator: [plus("credited_sales"), less("credited_refunds")],
    source: "credit_by_quarter.sales_minor, sales_back_minor",
    additive: true,
  },
  commission_accrued: sum("commission_accrued", "money", "credit_by_quarter.accrued_minor"),
  commission_reversed: sum("commission_reversed", "money", "credit_by_quarter.reversed_minor"),
  commission_net: {
    id: "commission_net",
    unit: "money",
    numerator: [plus("commission_accrued"), less("commission_reversed")],
    source: "credit_by_quarter.accrued_minor, reversed_minor",
    additive: true,
  },
  effective_rate: {
    id: "effective_rate",
    unit: "share",
    numerator: [plus("commission_accrued"), less("commission_reversed")],
    denominator: [plus("credited_sales"), less("credited_refunds")],
    scale: MILLION,
    source: "credit_by_quarter.accrued_minor, reversed_minor, sales_minor, sales_back_minor",
    additive: false,
  },
  epc_gross: perClick("epc_gross", [plus("accrued_of_clicks")], "click_accrued_minor, clicks"),
  epc_net: perClick(
    "epc_net",
    [plus("accrued_of_clicks"), less("reversed_of_clicks")],
    "click_accrued_minor, click_reversed_minor, clicks",
  ),
};

/** Every metric there is. */
export const METRICS: Readonly<Record<MetricId, Metric>> = { ...SALES_METRICS, ...CREDIT_METRICS };

export const SALES_METRIC_IDS: readonly SalesMetricId[] = idsOf(SALES_METRICS);
export const CREDIT_METRIC_IDS: readonly CreditMetricId[] = idsOf(CREDIT_METRICS);
export const METRIC_IDS: readonly MetricId[] = [...SALES_METRIC_IDS, ...CREDIT_METRIC_IDS];

/** Metrics of one row; only the asked ones are there. `null` where the denominator is zero, shown as "—". */
export type MetricValues = Readonly<Partial<Record<MetricId, number | null>>>;

/** Sales metrics from comma-separated text such as `gross_sales,orders`; each once, in the order given. */
export function parseMetrics(
  text: string,
): Outcome<readonly SalesMetricId[], { readonly kind: "unknown_metric"; readonly name: string; readonly known: readonly SalesMetricId[] }> {
  const found = new Set<SalesMetricId>();
  for (const name of text.split(",").map((part) => part.trim())) {
    const id = SALES_METRIC_IDS.find((known) => known === name);
    if (id === undefined) return refused({ kind: "unknown_metric", name, known: SALES_METRIC_IDS });
    found.add(id);
  }
  return done([...found]);
}

/** The asked metrics of these sums; quotients round half away from zero to whole minor units. */
export function metricValues(sums: SalesSums, metrics: readonly SalesMetricId[]): MetricValues {
  return Object.fromEntries(metrics.map((id) => [id, figureOf(sums, SALES_METRICS[id])]));
}

/** The asked metrics of what was credited; quotients round half away from zero to a whole of their unit. */
export function creditValues(sums: CreditSums, metrics: readonly CreditMetricId[]): MetricValues {
  return Object.fromEntries(metrics.map((id) => [id, figureOf(sums, CREDIT_METRICS[id])]));
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

function figureOf<Sum extends string>(sums: Readonly<Record<Sum, number>>, metric: Metric<Sum>): number | null {
  const numerator = totalOf(sums, metric.numerator);
  if (metric.denominator === undefined) return numerator;
  const denominator = totalOf(sums, metric.denominator);
  if (denominator === 0) return null;
  // Net sales can fall below zero when an earlier period's sales are taken back; the divisor must not.
  const sign = denominator < 0 ? -1n : 1n;
  return Number(divideRounded(BigInt(numerator) * BigInt(metric.scale ?? 1) * sign, BigInt(denominator) * sign));
}

function totalOf<Sum extends string>(sums: Readonly<Record<Sum, number>>, terms: readonly Term<Sum>[]): number {
  return terms.reduce((total, term) => total + term.sign * sums[term.of], 0);
}

function sum<Sum extends MetricId>(id: Sum, unit: Unit, source: string): Metric<Sum> {
  return { id, unit, numerator: [plus(id)], source, additive: true };
}

function perClick(id: CreditMetricId, numerator: readonly Term<keyof CreditSums>[], columns: string): Metric<keyof CreditSums> {
  return {
    id,
    unit: "per_click",
    numerator,
    denominator: [plus("clicks")],
    scale: 10,
    source: `credit_by_quarter.${columns}`,
    additive: false,
  };
}

function plus<Sum extends string>(of: Sum): Term<Sum> {
  return { of, sign: 1 };
}

function less<Sum extends string>(of: Sum): Term<Sum> {
  return { of, sign: -1 };
}

function idsOf<Id extends MetricId>(metrics: Readonly<Record<Id, Metric>>): readonly Id[] {
  return Object.values<Metric>(metrics).map((metric) => metric.id as Id);
}
