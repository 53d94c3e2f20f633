import { sql } from "kysely";
import { type Invariant, offenders } from "./invariant";

/** Links, visitors, touches and what was told of them. */
export const TRACKING_INVARIANTS: readonly Invariant[] = [
  {
    id: "tracking.batches",
    title: "Every batch of touches and interactions has its event with their number, and every such event its rows",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select coalesce(b.batch_id, e.subject_id) as row from
          (select batch_id, count(*) as rows from (select batch_id from touches union all select batch_id from interactions) as kept group by batch_id) b
          full join (select subject_id, payload from events where type = 'interactions.recorded') e on e.subject_id = b.batch_id
          where b.batch_id is null or e.subject_id is null or e.payload not like '%"rows":' || b.rows || '}'`,
      ),
  },
  {
    id: "tracking.touches_owned",
    title: "Every touch is its affiliate's: by their link, a tag on their post, with targets that name them",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select t.id as row from touches t where not exists (select 1 from affiliates a where a.id = t.affiliate_id)
          or (t.link_id is not null and not exists (select 1 from links l where l.id = t.link_id and l.affiliate_id = t.affiliate_id))
          or (t.tag_id is not null and not exists (select 1 from post_tags g join posts p on p.id = g.post_id
            where g.id = t.tag_id and p.id = t.post_id and p.affiliate_id = t.affiliate_id))
        union all select tt.touch_id from touch_targets tt join touches t on t.id = tt.touch_id where t.affiliate_id <> tt.affiliate_id`,
      ),
  },
  {
    id: "tracking.targets_exist",
    title: "Touches, tags and links point at products of the brand they name",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select tt.touch_id as row from touch_targets tt where not exists (select 1 from brands b where b.id = tt.brand_id)
          or (tt.product_id <> '' and not exists (select 1 from products p where p.id = tt.product_id and p.brand_id = tt.brand_id))
        union all select g.id from post_tags g join products p on p.id = g.product_id where p.brand_id <> g.brand_id
        union all select l.id from links l join products p on p.id = l.product_id where p.brand_id <> l.brand_id`,
      ),
  },
  {
    id: "tracking.links_stay",
    title: "Every link leads to a page of the app",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select id as row from links where path not like '/%' or path like '//%' or path like '/\\%'
          or (kind = 'product') <> (product_id is not null) or (kind = 'post') <> (post_id is not null)`,
      ),
  },
  {
    id: "tracking.visitors_agreed",
    title: "No touch and no interaction carries a visitor who was never given out",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select t.id as row from touches t where t.visitor_id is not null and not exists (select 1 from visitors v where v.id = t.visitor_id)
        union all select i.id from interactions i where i.visitor_id is not null and not exists (select 1 from visitors v where v.id = i.visitor_id)
        union all select v.touch_id from visitor_touches v where not exists (select 1 from touches t where t.id = v.touch_id)`,
      ),
  },
];
