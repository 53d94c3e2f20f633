import { sql } from "kysely";
import { findCardNumbers } from "../card-scan";
import { findStaffDrift } from "../staff-drift";
import { type Invariant, offenders } from "./invariant";

/** Brands, teams, catalogue, stock, tenants, secrets. */
export const HOUSE_INVARIANTS: readonly Invariant[] = [
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
