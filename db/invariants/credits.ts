import { sql } from "kysely";
import { type Invariant, offenders } from "./invariant";

/** What is being folded right now is not compared: its sources stand already, its figures follow within the second. */
const NOTHING_WAITING = sql`not exists (select 1 from outbox o where o.consumer = 'projections.fold' and (o.brand_id = k.brand_id or o.brand_id is null))`;

/** Clicks, credit and commission as the charts show them. */
export const CREDIT_INVARIANTS: readonly Invariant[] = [
  {
    id: "credits.legal",
    title: "No credited figure is below zero, and no more clicks count than there are",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select brand_id || ' ' || affiliate_id || ' ' || bucket as row from credit_by_quarter
        where clicks < 0 or raw_clicks < clicks or orders_ppm < 0 or units < 0 or sales_minor < 0 or sales_back_minor < 0
          or accrued_minor < 0 or reversed_minor < 0 or click_orders_ppm < 0 or click_accrued_minor < 0 or click_reversed_minor < 0`,
      ),
  },
  {
    id: "credits.within_brand",
    title: "Affiliates are never credited with more than their brand sold: what is left over is the unattributed rest",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select c.brand_id || ' ' || c.bucket as row from (select brand_id, bucket, sum(orders_ppm) as orders, sum(units) as units,
          sum(sales_minor) as sales, sum(sales_back_minor) as back from credit_by_quarter group by brand_id, bucket) c
        left join sales_by_quarter s on s.brand_id = c.brand_id and s.bucket = c.bucket
        where not exists (select 1 from outbox o where o.consumer = 'projections.fold' and o.brand_id = c.brand_id)
          and (c.orders > coalesce(s.orders, 0) * 1000000 or c.units > coalesce(s.units, 0)
          or c.sales > coalesce(s.gross_minor, 0) - coalesce(s.discount_minor, 0) or c.back > coalesce(s.refund_minor, 0))`,
      ),
  },
  {
    id: "credits.clicks_tell_the_same",
    title: "Told by the click or by the order, an affiliate is credited with the same",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select brand_id || ' ' || affiliate_id || ' ' || channel || ' ' || link_id || ' ' || post_id as row from credit_by_quarter
        where channel <> 'coupon' group by brand_id, affiliate_id, channel, link_id, post_id
        having sum(orders_ppm) <> sum(click_orders_ppm) or sum(accrued_minor) <> sum(click_accrued_minor)
          or sum(reversed_minor) <> sum(click_reversed_minor)`,
      ),
  },
  {
    id: "credits.equal_commissions",
    title: "Charts of earnings equal the commissions, their reversals and the ledger",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select k.brand_id || ' ' || k.affiliate_id as row
        from (select brand_id, affiliate_id from credit_by_quarter union select brand_id, affiliate_id from commissions) k
        where ${NOTHING_WAITING} and (
          ${charted("accrued_minor")} <> coalesce((select sum(accrued_minor) from commissions x
            where x.brand_id = k.brand_id and x.affiliate_id = k.affiliate_id), 0)
          or ${charted("reversed_minor")} <> coalesce((select sum(amount_minor) from commission_reversals x
            where x.brand_id = k.brand_id and x.affiliate_id = k.affiliate_id), 0)
          or ${charted("accrued_minor")} - ${charted("reversed_minor")} <> coalesce((select -sum(l.amount_minor) from ledger_lines l
            join ledger_entries e on e.id = l.entry_id where l.owner_id = k.affiliate_id and l.brand_id = k.brand_id
            and l.account in ('affiliate_pending', 'affiliate_payable') and e.kind in ('commission.accrued', 'commission.reversed')), 0))`,
      ),
  },
];

function charted(column: "accrued_minor" | "reversed_minor"): ReturnType<typeof sql> {
  return sql`coalesce((select sum(${sql.ref(column)}) from credit_by_quarter x
    where x.brand_id = k.brand_id and x.affiliate_id = k.affiliate_id), 0)`;
}
