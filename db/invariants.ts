import { sql } from "kysely";
import { CONSUMERS } from "~/domain/events/consumers";
import type { Instant } from "~/domain/kernel/branded";
import { MINUTE_MS } from "~/domain/kernel/instant";
import { findCardNumbers } from "./card-scan";
import type { Queryable } from "./open";
import { findProjectionDrift } from "./projection-drift";
import { findStaffDrift } from "./staff-drift";

/** One thing that must always hold. `check` returns a short text per offending row; none means it holds. */
export type Invariant = {
  readonly id: string;
  readonly title: string;
  readonly severity: "critical" | "serious" | "notice";
  readonly check: (q: Queryable, now: Instant) => Promise<readonly string[]>;
};

/** Offending rows listed per invariant; a broken rule shows itself in the first few hundred. */
const MOST_ROWS = 500;

/** Every invariant that the tables so far can break. */
export const INVARIANTS: readonly Invariant[] = [
  {
    id: "events.none_lost",
    title: "Every event that somebody must hear of is on its way or taken in",
    severity: "critical",
    check: (q) => eachConsumer(q, missingDeliveries),
  },
  {
    id: "events.one_effect",
    title: "No event is both taken in and still on its way to the same consumer",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select o.consumer || ' ' || o.event_id as row from outbox o
        join processed p on p.consumer = o.consumer and p.event_id = o.event_id`,
      ),
  },
  {
    id: "events.on_time",
    title: "No event waits longer than a minute",
    severity: "serious",
    check: (q, now) =>
      offenders(q, sql`select consumer || ' ' || event_id as row from outbox where state <> 'dead' and recorded_at < ${now - MINUTE_MS}`),
  },
  {
    id: "events.none_dead",
    title: "No event is set aside as a dead letter",
    severity: "serious",
    check: (q) => offenders(q, sql`select consumer || ' ' || event_id as row from outbox where state = 'dead'`),
  },
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
    id: "brands.created_event",
    title: "Every brand has its event, and every such event its brand",
    severity: "serious",
    check: (q) =>
      offenders(
        q,
        sql`select b.id as row from brands b where not exists
          (select 1 from events e where e.type = 'brand.created' and e.brand_id = b.id)
        union all select e.id as row from events e where e.type = 'brand.created' and not exists
          (select 1 from brands b where b.id = e.brand_id)`,
      ),
  },
  {
    id: "staff.events",
    title: "Teams are what their events say: who is a member, and as what",
    severity: "serious",
    check: (q) => findStaffDrift(q),
  },
  {
    id: "imports.events",
    title: "Every finished catalogue import has its event, and every such event its import",
    severity: "serious",
    check: (q) =>
      offenders(
        q,
        sql`select i.id as row from catalog_imports i where i.state = 'done' and not exists
          (select 1 from events e where e.type = 'catalog.imported' and e.subject_id = i.id)
        union all select e.id as row from events e where e.type = 'catalog.imported' and not exists
          (select 1 from catalog_imports i where i.id = e.subject_id and i.state = 'done')`,
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
  {
    id: "stock.movements",
    title: "Stock on hand is the sum of its movements and covers what is reserved",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select l.variant_id as row from stock_levels l
        where l.on_hand < l.reserved or l.reserved < 0
          or l.on_hand <> coalesce((select sum(m.quantity) from stock_movements m where m.variant_id = l.variant_id), 0)`,
      ),
  },
  {
    id: "tenants.apart",
    title: "No row joins two brands",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select v.id as row from variants v join products p on p.id = v.product_id where p.brand_id <> v.brand_id
        union all select i.id from product_images i join products p on p.id = i.product_id where p.brand_id <> i.brand_id
        union all select s.variant_id from stock_levels s join variants v on v.id = s.variant_id where v.brand_id <> s.brand_id
        union all select m.id from stock_movements m join variants v on v.id = m.variant_id where v.brand_id <> m.brand_id
        union all select a.id from partnerships a join programs p on p.id = a.program_id where p.brand_id <> a.brand_id
        union all select h.invoice from history_rows h join products p on p.id = h.product_id where p.brand_id <> h.brand_id
        union all select d.event_id from processed d join events e on e.id = d.event_id where coalesce(e.brand_id, '') <> d.brand_id
        union all select r.product_id from product_sales_by_quarter r join products p on p.id = r.product_id where p.brand_id <> r.brand_id`,
      ),
  },
  {
    id: "secrets.hashed",
    title: "No password or reset link is kept readable",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select 'verification ' || id as row from verifications where identifier like 'reset-password:%'
        union all select 'credential ' || id from credentials where password is not null and (length(password) < 64 or password not like '%:%')`,
      ),
  },
  { id: "cards.none_kept", title: "No card number is kept in the database", severity: "critical", check: (q) => findCardNumbers(q) },
];

async function offenders(q: Queryable, query: ReturnType<typeof sql>): Promise<readonly string[]> {
  const { rows } = await sql<{ row: string }>`select row from (${query}) as offending limit ${sql.lit(MOST_ROWS)}`.execute(q);
  return rows.map((found) => String(found.row));
}

async function eachConsumer(
  q: Queryable,
  check: (consumer: string, types: readonly string[]) => ReturnType<typeof sql>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const consumer of new Set(Object.values(CONSUMERS).flat())) {
    const types = Object.entries(CONSUMERS).flatMap(([type, consumers]) => (consumers.includes(consumer) ? [type] : []));
    found.push(...(await offenders(q, check(consumer, types))));
  }
  return found;
}

function missingDeliveries(consumer: string, types: readonly string[]): ReturnType<typeof sql> {
  return sql`select e.id as row from events e where e.type in (${sql.join(types)})
    and not exists (select 1 from outbox o where o.consumer = ${consumer} and o.event_id = e.id)
    and not exists (select 1 from processed p where p.consumer = ${consumer} and p.event_id = e.id)`;
}
