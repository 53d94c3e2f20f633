import type { Instant } from "../kernel/branded";
import type { CreditSums } from "./metrics";

/** What one quarter hour credits. */
export type CreditBucket = CreditSums & { readonly bucket: Instant };

/** Sums of nothing. */
export const NO_CREDIT: CreditSums = {
  raw_clicks: 0,
  clicks: 0,
  orders_credited: 0,
  units_credited: 0,
  credited_sales: 0,
  credited_refunds: 0,
  commission_accrued: 0,
  commission_reversed: 0,
  orders_of_clicks: 0,
  accrued_of_clicks: 0,
  reversed_of_clicks: 0,
};

/** Adds two sums. */
export function addCredit(left: CreditSums, right: CreditSums): CreditSums {
  return {
    raw_clicks: left.raw_clicks + right.raw_clicks,
    clicks: left.clicks + right.clicks,
    orders_credited: left.orders_credited + right.orders_credited,
    units_credited: left.units_credited + right.units_credited,
    credited_sales: left.credited_sales + right.credited_sales,
    credited_refunds: left.credited_refunds + right.credited_refunds,
    commission_accrued: left.commission_accrued + right.commission_accrued,
    commission_reversed: left.commission_reversed + right.commission_reversed,
    orders_of_clicks: left.orders_of_clicks + right.orders_of_clicks,
    accrued_of_clicks: left.accrued_of_clicks + right.accrued_of_clicks,
    reversed_of_clicks: left.reversed_of_clicks + right.reversed_of_clicks,
  };
}
