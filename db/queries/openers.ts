import { sql } from "kysely";
import type { Channel } from "~/domain/events/commission-events";
import type { AffiliateId, Instant, LinkId, PersonId, TagId, TouchId, VisitorId } from "~/domain/kernel/branded";
import { thingOf } from "~/domain/tracking/judge-contact";
import { DUPLICATE_MS, type RecentTouch } from "~/domain/tracking/judge-touch";
import { selectByKeys } from "../compiled";
import type { Queryable } from "../open";

const visitorRows = selectByKeys((q, ids) =>
  q
    .selectFrom("visitors as v")
    .leftJoin("visitor_people as p", "p.visitor_id", "v.id")
    .select(["v.id", "p.person_id"])
    .where("v.id", "in", ids)
    .where("v.withdrawn_at", "is", null),
);

/** Counted: at least one target has no reason against it. */
const counted = sql<boolean>`exists (select 1 from touch_targets tt where tt.touch_id = t.id and tt.disqualified is null)`;

const touchesOfVisitors = selectByKeys((q, ids, since) =>
  q
    .selectFrom("touches as t")
    .select(["t.visitor_id as key", "t.at", "t.affiliate_id", "t.channel", "t.link_id", "t.tag_id"])
    .where("t.visitor_id", "in", ids)
    .where("t.at", ">", since)
    .where(counted),
);

const touchesBeforeConsent = selectByKeys((q, ids, since) =>
  q
    .selectFrom("visitor_touches as v")
    .innerJoin("touches as t", "t.id", "v.touch_id")
    .select(["v.visitor_id as key", "t.at", "t.affiliate_id", "t.channel", "t.link_id", "t.tag_id"])
    .where("v.visitor_id", "in", ids)
    .where("t.at", ">", since)
    .where(counted),
);

const touchesById = selectByKeys((q, ids, since) =>
  q
    .selectFrom("touches as t")
    .select(["t.id as key", "t.at", "t.affiliate_id", "t.channel", "t.link_id", "t.tag_id"])
    .where("t.id", "in", ids)
    .where("t.at", ">", since)
    .where(counted),
);

/** The visitors among these who agreed and have not withdrawn, with the people they signed in as. */
export async function listOpeners(q: Queryable, visitorIds: Iterable<VisitorId>): Promise<ReadonlyMap<VisitorId, readonly PersonId[]>> {
  const found = new Map<VisitorId, PersonId[]>();
  for (const row of await visitorRows(q, visitorIds)) {
    const people = found.get(row.id as VisitorId) ?? [];
    found.set(row.id as VisitorId, people);
    if (row.person_id !== null) people.push(row.person_id as PersonId);
  }
  return found;
}

/** The counted touches of these visitors that a touch at `now` can be a duplicate of. */
export async function listRecentOfVisitors(
  q: Queryable,
  visitorIds: readonly VisitorId[],
  now: Instant,
): Promise<ReadonlyMap<string, readonly RecentTouch[]>> {
  const since = now - DUPLICATE_MS;
  return byKey([...(await touchesOfVisitors(q, visitorIds, since)), ...(await touchesBeforeConsent(q, visitorIds, since))]);
}

/** The same by the touches' own ids, for visits without consent. */
export async function listRecentById(
  q: Queryable,
  touchIds: readonly TouchId[],
  now: Instant,
): Promise<ReadonlyMap<string, readonly RecentTouch[]>> {
  return byKey(await touchesById(q, touchIds, now - DUPLICATE_MS));
}

type Row = {
  readonly key: string | null;
  readonly at: number;
  readonly affiliate_id: string;
  readonly channel: string;
  readonly link_id: string | null;
  readonly tag_id: string | null;
};

function byKey(rows: readonly Row[]): ReadonlyMap<string, readonly RecentTouch[]> {
  const found = new Map<string, RecentTouch[]>();
  for (const row of rows) {
    const affiliateId = row.affiliate_id as AffiliateId;
    const named = { channel: row.channel as Channel, affiliateId, linkId: row.link_id as LinkId | null, tagId: row.tag_id as TagId | null };
    const touches = found.get(row.key ?? "") ?? [];
    touches.push({ at: row.at as Instant, affiliateId, thing: thingOf(named) });
    found.set(row.key ?? "", touches);
  }
  return found;
}
