import { sql } from "kysely";
import { MINUTE_MS } from "~/domain/kernel/instant";
import { type Invariant, offenders } from "./invariant";

/** A reservation's end is acted on by the next look at its payment, at the latest a minute later. */
const GRACE_MS = 2 * MINUTE_MS;

/** Orders, what is canceled of them, and the stock they hold. */
export const ORDER_INVARIANTS: readonly Invariant[] = [
  {
    id: "orders.totals",
    title: "Lines and orders add up: list, discount, tax, base, shipping, total",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select l.id as row from order_lines l join orders o on o.id = l.order_id
          where l.list_minor <> l.unit_price_minor * l.quantity or l.paid_minor <> l.list_minor - l.discount_minor or l.discount_minor < 0
            or l.base_minor <> l.paid_minor - case when o.tax_inclusive = 1 then l.tax_minor else 0 end
            or l.tax_minor < 0 or l.gross_minor < l.base_minor
        union all select o.id from orders o where o.total_minor <> o.shipping_minor
          + case when o.tax_inclusive = 1 then 0 else o.shipping_tax_minor end
          + (select sum(l.paid_minor + case when o.tax_inclusive = 1 then 0 else l.tax_minor end) from order_lines l where l.order_id = o.id)`,
      ),
  },
  {
    id: "orders.canceled",
    title: "What is back of a line is its share of the units canceled, and each of these has its record",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select l.id as row from order_lines l join orders o on o.id = l.order_id left join (${BACK}) b on b.order_line_id = l.id
          where l.canceled <> coalesce(b.units, 0)
            or coalesce(b.paid, 0) <> (2 * l.paid_minor * l.canceled + l.quantity) / (2 * l.quantity)
            or coalesce(b.tax, 0) <> case when l.paid_minor = 0 then 0 else (2 * l.tax_minor * coalesce(b.paid, 0) + l.paid_minor) / (2 * l.paid_minor) end
            or coalesce(b.base, 0) <> coalesce(b.paid, 0) - case when o.tax_inclusive = 1 then coalesce(b.tax, 0) else 0 end`,
      ),
  },
  {
    id: "orders.events",
    title: "Every placed order and every cancel has its event, and back",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select o.id as row from orders o where (select count(*) from events e where e.type = 'order.placed' and e.subject_id = o.id)
            <> case when o.state = 'placed' then 1 else 0 end
        union all select o.id from orders o where (select count(*) from events e where e.type = 'order.lines_canceled' and e.subject_id = o.id)
            <> (select count(distinct c.program_seq) from order_line_cancels c where c.order_id = o.id)
        union all select e.id from events e where e.type in ('order.placed', 'order.lines_canceled')
            and not exists (select 1 from orders o where o.id = e.subject_id)`,
      ),
  },
  {
    id: "orders.one_fate",
    title: "All orders of a checkout share its fate, and each of its brands has one",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select o.id as row from orders o join checkouts c on c.id = o.checkout_id
          where c.state <> case o.state when 'awaiting_payment' then 'paying' else o.state end
        union all select l.checkout_id || ' ' || l.brand_id from checkout_lines l join checkouts c on c.id = l.checkout_id
          where c.state in ('paying', 'placed', 'failed')
            and not exists (select 1 from orders o where o.checkout_id = l.checkout_id and o.brand_id = l.brand_id)
        union all select id from orders where (state = 'placed') <> (placed_at is not null)
            or (state = 'placed') <> (program_seq is not null) or (state = 'placed') <> (cancel_until is not null)`,
      ),
  },
  {
    id: "stock.reserved",
    title: "What is reserved is what orders that wait for their payment hold, and none past its end",
    severity: "critical",
    check: (q, now) =>
      offenders(
        q,
        sql`select s.variant_id as row from stock_levels s where s.reserved
            <> (select coalesce(sum(r.quantity), 0) from reservations r where r.variant_id = s.variant_id and r.state = 'held')
        union all select r.order_id || ' ' || r.variant_id from reservations r join orders o on o.id = r.order_id
          where r.state <> case o.state when 'awaiting_payment' then 'held' when 'placed' then 'sold' else 'released' end
        union all select order_id || ' ' || variant_id from reservations where state = 'held' and expires_at < ${now - GRACE_MS}`,
      ),
  },
  {
    id: "stock.sold",
    title: "What left the stock for an order is what it sold, and no more came back than was canceled",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select r.order_id || ' ' || r.variant_id as row from reservations r join stock_levels s on s.variant_id = r.variant_id
          where (select coalesce(sum(m.quantity), 0) from stock_movements m where m.variant_id = r.variant_id and m.source_id = r.order_id)
            <> case when r.state = 'sold' then (select coalesce(sum(l.canceled), 0) from order_lines l
              where l.order_id = r.order_id and l.variant_id = r.variant_id) - r.quantity else 0 end`,
      ),
  },
];

/** What was taken back per line; whole numbers, so that dividing them drops the rest on both databases. */
const BACK = sql`select order_line_id, cast(sum(quantity) as bigint) as units, cast(sum(paid_back_minor) as bigint) as paid,
  cast(sum(tax_back_minor) as bigint) as tax, cast(sum(base_back_minor) as bigint) as base from order_line_cancels group by order_line_id`;
