import type { AffiliateId, BrandId, LinkId, PersonId, PostId, ProductId, TagId } from "~/domain/kernel/branded";
import type { OpenedLink, OpenedTag } from "~/domain/tracking/judge-batch";
import type { Opened } from "~/domain/tracking/judge-contact";
import type { Aim, Standing } from "~/domain/tracking/judge-touch";
import { selectByKeys } from "../compiled";
import type { Queryable } from "../open";

const linkRows = selectByKeys((q, slugs) =>
  q
    .selectFrom("links as l")
    .innerJoin("affiliates as a", "a.id", "l.affiliate_id")
    .select(["l.id", "l.slug", "l.affiliate_id", "l.kind", "l.path", "l.utm", "l.brand_id", "l.product_id", "l.post_id", "a.person_id"])
    .where("l.slug", "in", slugs),
);

const tagRows = selectByKeys((q, ids) =>
  q
    .selectFrom("post_tags as t")
    .innerJoin("posts as p", "p.id", "t.post_id")
    .leftJoin("affiliates as a", "a.id", "p.affiliate_id")
    .select(["t.id", "t.post_id", "t.brand_id", "t.product_id", "p.affiliate_id", "a.person_id"])
    .where("t.id", "in", ids),
);

const postRows = selectByKeys((q, ids) =>
  q.selectFrom("post_tags").select(["post_id", "brand_id", "product_id"]).where("post_id", "in", ids).orderBy("position"),
);

const storefrontRows = selectByKeys((q, handles) =>
  q.selectFrom("affiliates").select(["id", "handle", "person_id"]).where("handle", "in", handles),
);

const standingRows = selectByKeys((q, affiliates) =>
  q.selectFrom("partnerships").select(["affiliate_id", "brand_id", "status"]).where("affiliate_id", "in", affiliates).orderBy("brand_id"),
);

/** The links with these slugs, by slug. */
export async function findOpenedLinks(q: Queryable, slugs: Iterable<string>): Promise<ReadonlyMap<string, OpenedLink>> {
  const rows = await linkRows(q, slugs);
  const aimsOfPost = await aimsOfPosts(
    q,
    rows.flatMap((row) => (row.kind === "post" && row.post_id !== null ? [row.post_id] : [])),
  );
  return new Map(
    rows.map((row) => {
      const aims = row.kind === "post" ? (aimsOfPost.get(row.post_id ?? "") ?? []) : aimsOfLink(row);
      const opened: Opened = {
        affiliateId: row.affiliate_id as AffiliateId,
        ownerId: row.person_id as PersonId | null,
        channel: "link",
        linkId: row.id as LinkId,
        postId: row.post_id as PostId | null,
        tagId: null,
        aims,
      };
      return [row.slug, { opened, path: row.path, utm: row.utm }];
    }),
  );
}

function aimsOfLink(row: { readonly brand_id: string | null; readonly product_id: string | null }): readonly Aim[] {
  return row.brand_id === null ? [] : [{ brandId: row.brand_id as BrandId, productId: row.product_id as ProductId | null }];
}

/** Each post's tagged products, once each. */
async function aimsOfPosts(q: Queryable, postIds: readonly string[]): Promise<ReadonlyMap<string, readonly Aim[]>> {
  const found = new Map<string, Map<string, Aim>>();
  for (const row of await postRows(q, postIds)) {
    const aims = found.get(row.post_id) ?? new Map<string, Aim>();
    found.set(row.post_id, aims.set(row.product_id, { brandId: row.brand_id as BrandId, productId: row.product_id as ProductId }));
  }
  return new Map([...found].map(([postId, aims]) => [postId, [...aims.values()]]));
}

/** The product tags with these ids, by id. */
export async function findOpenedTags(q: Queryable, tagIds: Iterable<string>): Promise<ReadonlyMap<string, OpenedTag>> {
  const rows = await tagRows(q, tagIds);
  return new Map(
    rows.map((row) => {
      const aim = { brandId: row.brand_id as BrandId, productId: row.product_id as ProductId };
      const postId = row.post_id as PostId;
      const whose = { ownerId: row.person_id as PersonId | null, channel: "post", linkId: null, postId, tagId: row.id as TagId } as const;
      const opened = row.affiliate_id === null ? null : { ...whose, affiliateId: row.affiliate_id as AffiliateId, aims: [aim] };
      return [row.id, { opened, aim, postId }];
    }),
  );
}

/** The storefronts of these handles, by handle. */
export async function findOpenedStorefronts(q: Queryable, handles: Iterable<string>): Promise<ReadonlyMap<string, Opened>> {
  const rows = await storefrontRows(q, handles);
  return new Map(
    rows.map((row) => [
      row.handle,
      {
        affiliateId: row.id as AffiliateId,
        ownerId: row.person_id as PersonId | null,
        channel: "storefront",
        linkId: null,
        postId: null,
        tagId: null,
        aims: [],
      },
    ]),
  );
}

/** How each of these affiliates stands with each brand they have ever applied to. */
export async function listStandings(
  q: Queryable,
  affiliateIds: Iterable<AffiliateId>,
): Promise<ReadonlyMap<AffiliateId, ReadonlyMap<BrandId, Standing>>> {
  const found = new Map<AffiliateId, Map<BrandId, Standing>>();
  for (const row of await standingRows(q, affiliateIds)) {
    const affiliateId = row.affiliate_id as AffiliateId;
    const standings = found.get(affiliateId) ?? new Map<BrandId, Standing>();
    found.set(affiliateId, standings.set(row.brand_id as BrandId, row.status as Standing));
  }
  return found;
}
