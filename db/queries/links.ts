import type { AffiliateId, BrandId, Instant, LinkId, PostId, ProductId } from "~/domain/kernel/branded";
import type { AppPage } from "~/domain/tracking/app-page";
import type { Link, LinkDestination } from "~/domain/tracking/link";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** Links of one page of a list. */
const MOST_LINKS = 500;

/** Adds a link; false, and nothing changed, when its slug is taken. */
export async function insertLink(tx: Tx, link: Link): Promise<boolean> {
  const { destination } = link;
  const [sub1, sub2, sub3, sub4, sub5] = link.subIds;
  const row = await tx
    .insertInto("links")
    .values({
      id: link.linkId,
      slug: link.slug,
      affiliate_id: link.affiliateId,
      kind: destination.kind,
      path: destination.path,
      brand_id: "brandId" in destination ? destination.brandId : null,
      product_id: "productId" in destination ? destination.productId : null,
      post_id: "postId" in destination ? destination.postId : null,
      ...{ sub1, sub2, sub3, sub4, sub5 },
      utm: link.utm,
      created_at: link.createdAt,
    })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** An affiliate's links, the newest first. */
export async function listLinksOf(q: Queryable, affiliateId: AffiliateId): Promise<readonly Link[]> {
  const rows = await q
    .selectFrom("links")
    .selectAll()
    .where("affiliate_id", "=", affiliateId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(MOST_LINKS)
    .execute();
  return rows.map((row) => ({
    linkId: row.id as LinkId,
    slug: row.slug,
    affiliateId: row.affiliate_id as AffiliateId,
    destination: destinationOf(row),
    subIds: [row.sub1, row.sub2, row.sub3, row.sub4, row.sub5],
    utm: row.utm,
    createdAt: row.created_at as Instant,
  }));
}

function destinationOf(row: {
  readonly kind: string;
  readonly path: string;
  readonly brand_id: string | null;
  readonly product_id: string | null;
  readonly post_id: string | null;
}): LinkDestination {
  const { path } = row;
  if (row.kind === "product") return { kind: "product", path, brandId: row.brand_id as BrandId, productId: row.product_id as ProductId };
  if (row.kind === "brand") return { kind: "brand", path, brandId: row.brand_id as BrandId };
  return row.kind === "post" ? { kind: "post", path, postId: row.post_id as PostId } : { kind: "page", path };
}

/** What a page of the app shows, by the names in its address; `null` when nothing there can be bought or followed. */
export async function findDestination(
  q: Queryable,
  page: Exclude<AppPage, { readonly kind: "home" }>,
): Promise<{ readonly id: string; readonly brandId: string | null } | null> {
  const found = await rowOf(q, page);
  return found === undefined ? null : { id: found.id, brandId: found.brand_id };
}

function rowOf(
  q: Queryable,
  page: Exclude<AppPage, { readonly kind: "home" }>,
): Promise<{ readonly id: string; readonly brand_id: string | null } | undefined> {
  switch (page.kind) {
    case "brand":
      return q
        .selectFrom("brands")
        .select(["id", "id as brand_id"])
        .where("slug", "=", page.brand)
        .where("status", "=", "live")
        .executeTakeFirst();
    case "product":
      return q
        .selectFrom("products as p")
        .innerJoin("brands as b", "b.id", "p.brand_id")
        .select(["p.id", "p.brand_id"])
        .where("b.slug", "=", page.brand)
        .where("b.status", "=", "live")
        .where("p.handle", "=", page.product)
        .where("p.status", "=", "active")
        .executeTakeFirst();
    case "post":
      return q.selectFrom("posts").select(["id", "brand_id"]).where("id", "=", page.post).executeTakeFirst();
    case "storefront":
      return q
        .selectFrom("affiliates")
        .select((eb) => ["id", eb.lit(null).as("brand_id")])
        .where("handle", "=", page.handle)
        .executeTakeFirst();
  }
}
