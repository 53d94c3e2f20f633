import { sql } from "kysely";
import { MINUTE_MS } from "~/domain/kernel/instant";
import { type Invariant, offenders } from "./invariant";

/** Looks come at least once a minute; one that is so late has no reconciler behind it. */
const OVERDUE_MS = 5 * MINUTE_MS;

/** Money of shoppers. */
export const PAYMENT_INVARIANTS: readonly Invariant[] = [
  {
    id: "payments.one_each",
    title: "Every order has one payment, of its total, in its currency",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select o.id as row from orders o left join payments p on p.order_id = o.id
          where p.id is null or p.amount_minor <> o.total_minor or p.currency <> o.currency or p.brand_id <> o.brand_id
            or p.checkout_id <> o.checkout_id
        union all select f.id from payment_facts f join payments p on p.id = f.payment_id where p.order_id <> f.order_id or p.brand_id <> f.brand_id`,
      ),
  },
  {
    id: "payments.captured",
    title: "What is captured is what was left of a placed order when its window closed, once, and as it was ordered",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select f.id as row from payment_facts f join orders o on o.id = f.order_id where f.kind = 'captured' and (o.state <> 'placed'
            or f.amount_minor <> o.total_minor - (select coalesce(sum(c.paid_back_minor + case when o.tax_inclusive = 1 then 0 else c.tax_back_minor end), 0)
              from order_line_cancels c where c.order_id = o.id)
            or not exists (select 1 from order_lines l where l.order_id = o.id and l.canceled < l.quantity)
            or not exists (select 1 from payment_facts r where r.payment_id = f.payment_id and r.kind = 'capture_requested' and r.amount_minor = f.amount_minor))
        union all select payment_id from payment_facts where kind in ('captured', 'capture_requested', 'authorised')
          group by payment_id, kind having count(*) > 1
        union all select f.payment_id from payment_facts f join payment_facts v on v.payment_id = f.payment_id
          where f.kind = 'captured' and v.kind in ('voided', 'declined', 'capture_failed')`,
      ),
  },
  {
    id: "payments.authorised",
    title: "Every placed order that costs something was authorised for all of it",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select o.id as row from orders o where o.state = 'placed' and o.total_minor > 0 and not exists
          (select 1 from payment_facts f where f.order_id = o.id and f.kind = 'authorised' and f.amount_minor = o.total_minor)`,
      ),
  },
  {
    id: "payments.finished",
    title: "A payment is finished when it is captured, let go of or refused, and only then; none waits past its time",
    severity: "serious",
    check: (q, now) =>
      offenders(
        q,
        sql`select p.id as row from payments p where p.finished = 1 and p.amount_minor > 0 and not exists
          (select 1 from payment_facts f where f.payment_id = p.id and f.kind in ('captured', 'voided', 'declined', 'capture_failed'))
        union all select id from payments where finished = 0 and next_look_at < ${now - OVERDUE_MS}`,
      ),
  },
  {
    id: "payments.shipped_paid",
    title: "Nothing is sent before its payment is captured",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select l.id as row from order_lines l where l.shipped > 0 and not exists
          (select 1 from payment_facts f where f.order_id = l.order_id and f.kind = 'captured')`,
      ),
  },
  {
    id: "payments.events",
    title: "Every capture and every settlement has its event, and back; what is told as let go of was",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select o.id as row from orders o where (select count(*) from events e where e.type = 'payment.captured' and e.subject_id = o.id)
            <> (select count(*) from payment_facts f where f.order_id = o.id and f.kind = 'captured')
        union all select e.id from events e where e.type = 'payment.voided' and not exists
            (select 1 from payment_facts f where f.order_id = e.subject_id and f.kind = 'voided')
        union all select s.id from provider_settlements s
            where (select count(*) from events e where e.type = 'provider.settled' and e.subject_id = s.id) <> 1
        union all select e.id from events e where e.type = 'provider.settled' and not exists
            (select 1 from provider_settlements s where s.id = e.subject_id)`,
      ),
  },
];
