import { sql } from "kysely";
import type { AffiliateId, BrandId, Instant, PersonId, PostId, Ppm, ProductId, TagId, VariantId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";
import type { PlacedTag } from "~/domain/posts/draft-post";
import type { Author, Post, PostPicture, PostTag } from "~/domain/posts/post";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** Whose posts, and who looks: `null` for somebody who is not signed in. */
export type PostSearch = { readonly viewer: PersonId | null; readonly limit: number };

export type NewPost = {
  readonly postId: PostId;
  readonly by: { readonly affiliateId: AffiliateId } | { readonly brandId: BrandId };
  readonly caption: string;
  readonly picture: PostPicture;
  readonly paid: boolean;
  readonly publishedAt: Instant;
  readonly tags: readonly (PlacedTag & { readonly tagId: TagId; readonly brandId: BrandId })[];
};

/** Writes a post with its tags. */
export async function insertPost(tx: Tx, post: NewPost): Promise<void> {
  await tx
    .insertInto("posts")
    .values({
      id: post.postId,
      affiliate_id: "affiliateId" in post.by ? post.by.affiliateId : null,
      brand_id: "brandId" in post.by ? post.by.brandId : null,
      caption: post.caption,
      picture_url: post.picture.url,
      alt: post.picture.alt,
      width: post.picture.width,
      height: post.picture.height,
      paid: post.paid ? 1 : 0,
      published_at: post.publishedAt,
    })
    .execute();
  if (post.tags.length === 0) return;
  const tags = post.tags.map((tag, position) => ({
    id: tag.tagId,
    post_id: post.postId,
    brand_id: tag.brandId,
    product_id: tag.productId,
    variant_id: tag.variantId,
    x_ppm: tag.xPpm,
    y_ppm: tag.yPpm,
    position,
  }));
  await tx.insertInto("post_tags").values(tags).execute();
}

/** The brand of each wanted product, where it can be bought now: active, with this variant, of a live brand. */
export async function findTaggable(
  q: Queryable,
  wanted: readonly { readonly productId: ProductId; readonly variantId: VariantId | null }[],
): Promise<readonly (BrandId | undefined)[]> {
  if (wanted.length === 0) return [];
  const rows = await q
    .selectFrom("products as p")
    .innerJoin("brands as b", "b.id", "p.brand_id")
    .innerJoin("variants as v", "v.product_id", "p.id")
    .select(["p.id", "p.brand_id", "v.id as variant_id"])
    .where("p.status", "=", "active")
    .where("b.status", "=", "live")
    .where("p.id", "in", [...new Set(wanted.map(({ productId }) => productId))])
    .execute();
  return wanted.map(({ productId, variantId }) => {
    const row = rows.find((one) => one.id === productId && (variantId === null || one.variant_id === variantId));
    return row?.brand_id as BrandId | undefined;
  });
}

/** The feed: authors the viewer follows first, within each half the newest first. */
export async function listFeedPosts(q: Queryable, asked: PostSearch): Promise<readonly Post[]> {
  const rows = await postsSeenBy(q, asked.viewer)
    .orderBy("followed", "desc")
    .orderBy("p.published_at", "desc")
    .orderBy("p.id", "desc")
    .limit(asked.limit)
    .execute();
  return withTags(q, rows);
}

/** How many posts the feed holds. */
export function countFeedPosts(q: Queryable): Promise<number> {
  return countOf(shownPosts(q));
}

/** The posts that show a product, the newest first. */
export async function listPostsOfProduct(
  q: Queryable,
  asked: PostSearch & { readonly productId: ProductId },
): Promise<{ readonly posts: readonly Post[]; readonly total: number }> {
  const shows = sql<boolean>`exists (select 1 from post_tags t where t.post_id = p.id and t.product_id = ${asked.productId})`;
  const rows = await newest(postsSeenBy(q, asked.viewer).where(shows), asked.limit).execute();
  return { posts: await withTags(q, rows), total: await countOf(shownPosts(q).where(shows)) };
}

/** A creator's posts, the newest first. */
export async function listPostsOf(q: Queryable, asked: PostSearch & { readonly affiliateId: AffiliateId }): Promise<readonly Post[]> {
  const own = postsSeenBy(q, asked.viewer).where("p.affiliate_id", "=", asked.affiliateId);
  return withTags(q, await newest(own, asked.limit).execute());
}

/** The posts that show anything of a brand, or are its own, the newest first. */
export async function listPostsWithBrand(q: Queryable, asked: PostSearch & { readonly brandId: BrandId }): Promise<readonly Post[]> {
  const shows = sql<boolean>`(p.brand_id = ${asked.brandId} or exists (select 1 from post_tags t where t.post_id = p.id and t.brand_id = ${asked.brandId}))`;
  return withTags(q, await newest(postsSeenBy(q, asked.viewer).where(shows), asked.limit).execute());
}

/** One post, or `undefined`. */
export async function findPost(
  q: Queryable,
  asked: { readonly postId: PostId; readonly viewer: PersonId | null },
): Promise<Post | undefined> {
  const rows = await postsSeenBy(q, asked.viewer).where("p.id", "=", asked.postId).execute();
  return (await withTags(q, rows))[0];
}

/** Posts of brands that sell, and of every creator. */
function shownPosts(q: Queryable) {
  return q
    .selectFrom("posts as p")
    .leftJoin("affiliates as a", "a.id", "p.affiliate_id")
    .leftJoin("brands as b", "b.id", "p.brand_id")
    .where((eb) => eb.or([eb("p.brand_id", "is", null), eb("b.status", "=", "live")]));
}

function postsSeenBy(q: Queryable, viewer: PersonId | null) {
  return shownPosts(q)
    .leftJoin("follows as f", (join) => join.onRef("f.affiliate_id", "=", "p.affiliate_id").on("f.person_id", "=", viewer ?? ""))
    .select(["p.id", "p.caption", "p.picture_url", "p.alt", "p.width", "p.height", "p.paid", "p.published_at", "p.affiliate_id"])
    .select(["a.handle", "a.name as affiliate_name", "b.slug", "b.name as brand_name"])
    .select(sql<number>`case when f.person_id is null then 0 else 1 end`.as("followed"));
}

type PostQuery = ReturnType<typeof postsSeenBy>;
type PostRow = Awaited<ReturnType<PostQuery["execute"]>>[number];

function newest(query: PostQuery, limit: number): PostQuery {
  return query.orderBy("p.published_at", "desc").orderBy("p.id", "desc").limit(limit);
}

async function countOf(posts: ReturnType<typeof shownPosts>): Promise<number> {
  return (await posts.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow()).count;
}

async function withTags(q: Queryable, rows: readonly PostRow[]): Promise<readonly Post[]> {
  const tags = await readTags(
    q,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    postId: row.id as PostId,
    author: authorOf(row),
    caption: row.caption,
    picture: { url: row.picture_url, alt: row.alt, width: row.width, height: row.height },
    paid: row.paid === 1,
    publishedAt: row.published_at as Instant,
    followed: row.followed === 1,
    tags: tags.get(row.id) ?? [],
  }));
}

function authorOf(row: PostRow): Author {
  if (row.affiliate_id === null) return { kind: "brand", slug: row.slug ?? "", name: row.brand_name ?? "" };
  return { kind: "affiliate", affiliateId: row.affiliate_id as AffiliateId, handle: row.handle ?? "", name: row.affiliate_name ?? "" };
}

/** Only what can be bought now is tagged: what left the catalogue is left out, what is sold out says so. */
async function readTags(q: Queryable, postIds: readonly string[]): Promise<ReadonlyMap<string, readonly PostTag[]>> {
  if (postIds.length === 0) return new Map();
  const rows = await q
    .selectFrom("post_tags as t")
    .innerJoin("products as p", "p.id", "t.product_id")
    .innerJoin("brands as b", "b.id", "p.brand_id")
    .innerJoin("variants as v", (join) =>
      join.onRef("v.product_id", "=", "p.id").on((eb) => eb.or([eb("t.variant_id", "is", null), eb("v.id", "=", eb.ref("t.variant_id"))])),
    )
    .leftJoin("stock_levels as s", "s.variant_id", "v.id")
    .select(["t.id", "t.post_id", "t.x_ppm", "t.y_ppm", "t.variant_id", "b.slug", "b.name", "b.currency", "p.handle", "p.title"])
    .select(({ fn }) => [fn.min("v.price_minor").as("price"), sql<number>`sum(coalesce(s.on_hand - s.reserved, 0))`.as("left")])
    .where("t.post_id", "in", [...postIds])
    .where("p.status", "=", "active")
    .where("b.status", "=", "live")
    .groupBy(["t.id", "t.post_id", "t.position", "t.x_ppm", "t.y_ppm", "t.variant_id"])
    .groupBy(["b.slug", "b.name", "b.currency", "p.handle", "p.title"])
    .orderBy("t.post_id")
    .orderBy("t.position")
    .execute();
  const tags = new Map<string, PostTag[]>();
  for (const row of rows) {
    const tag: PostTag = {
      tagId: row.id as TagId,
      xPpm: row.x_ppm as Ppm,
      yPpm: row.y_ppm as Ppm,
      brand: { slug: row.slug, name: row.name },
      handle: row.handle,
      title: row.title,
      variantId: row.variant_id as VariantId | null,
      priceMinor: minor(row.price),
      currency: row.currency as Currency,
      soldOut: row.left <= 0,
    };
    tags.set(row.post_id, [...(tags.get(row.post_id) ?? []), tag]);
  }
  return tags;
}
