import type { AffiliateId, LinkId, PostId } from "~/domain/kernel/branded";
import type { AffiliateName, LinkName, PostName } from "~/domain/reporting/named-group";
import type { Queryable } from "../open";

/** Ids per statement: both databases take 32 766 parameters. */
const IDS_PER_STATEMENT = 10_000;

/** Handles and names of affiliates, by id. */
export async function nameAffiliates(q: Queryable, ids: readonly AffiliateId[]): Promise<ReadonlyMap<AffiliateId, AffiliateName>> {
  const rows = await inSlices(ids, (slice) =>
    q.selectFrom("affiliates").select(["id", "handle", "name"]).where("id", "in", slice).execute(),
  );
  return new Map(rows.map((row) => [row.id as AffiliateId, { affiliateId: row.id as AffiliateId, handle: row.handle, name: row.name }]));
}

/** What links are called and where they lead, by id. */
export async function nameLinks(q: Queryable, ids: readonly LinkId[]): Promise<ReadonlyMap<LinkId, LinkName>> {
  const rows = await inSlices(ids, (slice) =>
    q.selectFrom("links").select(["id", "slug", "path", "sub1"]).where("id", "in", slice).execute(),
  );
  return new Map(rows.map((row) => [row.id as LinkId, { linkId: row.id as LinkId, slug: row.slug, path: row.path, sub1: row.sub1 }]));
}

/** Captions and pictures of posts, by id. */
export async function namePosts(q: Queryable, ids: readonly PostId[]): Promise<ReadonlyMap<PostId, PostName>> {
  const rows = await inSlices(ids, (slice) =>
    q.selectFrom("posts").select(["id", "caption", "picture_url"]).where("id", "in", slice).execute(),
  );
  return new Map(rows.map((row) => [row.id as PostId, { postId: row.id as PostId, caption: row.caption, pictureUrl: row.picture_url }]));
}

async function inSlices<Id, Row>(ids: readonly Id[], read: (slice: readonly Id[]) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const unique = [...new Set(ids)];
  const rows: Row[] = [];
  for (let at = 0; at < unique.length; at += IDS_PER_STATEMENT) rows.push(...(await read(unique.slice(at, at + IDS_PER_STATEMENT))));
  return rows;
}
