import type { MetricId } from "~/domain/reporting/metrics";

/** The metrics of a sales page in reading order: first how net sales come about, then what they were made of. */
export const SHOWN_METRICS: readonly MetricId[] = ["gross_sales", "discounts", "refunds", "net_sales", "orders", "units", "aov"];
