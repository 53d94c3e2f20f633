import { sql } from "kysely";
import { findProjectionDrift } from "../projection-drift";
import { type Invariant, offenders } from "./invariant";

/** Charts and the past they show. */
export const PROJECTION_INVARIANTS: readonly Invariant[] = [
  {
    id: "projections.equal_events",
    title: "Charts equal a recount of the events",
    severity: "critical",
    check: (q, now) => findProjectionDrift(q, now),
  },
  {
    id: "projections.brand_is_sum_of_products",
    title: "A brand's units and money are the sum of its products'",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select b.brand_id || ' ' || b.bucket as row from sales_by_quarter b
        left join (select brand_id, bucket, sum(units) as units, sum(gross_minor) as gross, sum(discount_minor) as discounts,
          sum(refund_minor) as refunds from product_sales_by_quarter group by brand_id, bucket) p
          on p.brand_id = b.brand_id and p.bucket = b.bucket
        where coalesce(p.units, 0) <> b.units or coalesce(p.gross, 0) <> b.gross_minor
          or coalesce(p.discounts, 0) <> b.discount_minor or coalesce(p.refunds, 0) <> b.refund_minor`,
      ),
  },
  {
    id: "history.events",
    title: "Every imported sale or refund row has its event, and every such event its rows",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select h.brand_id || ' ' || h.invoice || ' ' || h.ordinal as row from history_rows h
          where h.kind in ('sale', 'cancellation') and not exists (select 1 from events e where e.id = h.event_id)
        union all select e.id as row from events e where e.type in ('history.sale', 'history.refund')
          and not exists (select 1 from history_rows h where h.brand_id = e.brand_id and h.event_id = e.id)`,
      ),
  },
];
