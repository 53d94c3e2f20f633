import { sql } from "kysely";
import type { Shop } from "~/domain/catalog/shop";
import type { ShowcaseProduct } from "~/domain/catalog/showcase";
import type { ShippingTerms } from "~/domain/checkout/shipping-defaults";
import type { AffiliateId, BrandId, ProductId, Zone } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";
import type { Queryable } from "../open";

/** The live brand with this slug, or `undefined`. */
export async function findShop(q: Queryable, slug: string): Promise<Shop | undefined> {
  const row = await q.selectFrom("brands").selectAll().where("slug", "=", slug).where("status", "=", "live").executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    brandId: row.id as BrandId,
    slug: row.slug,
    name: row.name,
    legalName: row.legal_name === "" ? row.name : row.legal_name,
    currency: row.currency as Currency,
    timezone: row.timezone as Zone,
    country: row.country,
    taxInclusive: row.tax_inclusive === 1,
    cancelWindowMinutes: row.cancel_window_minutes,
  };
}

/** Live brands that have something to sell, by name. */
export async function listShops(q: Queryable): Promise<readonly { readonly slug: string; readonly name: string }[]> {
  return q
    .selectFrom("brands as b")
    .select(["b.slug", "b.name"])
    .where("b.status", "=", "live")
    .where((eb) =>
      eb.exists(eb.selectFrom("products as p").select("p.id").whereRef("p.brand_id", "=", "b.id").where("p.status", "=", "active")),
    )
    .orderBy(sql`lower(b.name)`)
    .orderBy("b.id")
    .execute();
}

/**
 * The newest active products of live brands that have a price: every brand's newest, then every brand's second
 * newest and so on, so that one brand's large import does not fill the window.
 */
export async function listNewestProducts(q: Queryable, limit: number): Promise<readonly ShowcaseProduct[]> {
  const rows = await forSale(q)
    .select(sql<number>`row_number() over (partition by p.brand_id order by p.created_at desc, p.id desc)`.as("turn"))
    .orderBy("turn")
    .orderBy("p.created_at", "desc")
    .orderBy("p.id", "desc")
    .limit(limit)
    .execute();
  return withOffers(q, rows);
}

/** A brand's active products that have a price, the newest first. */
export async function listBrandShelf(
  q: Queryable,
  asked: { readonly brandId: BrandId; readonly limit: number },
): Promise<{ readonly products: readonly ShowcaseProduct[]; readonly total: number }> {
  const rows = await forSale(q)
    .where("p.brand_id", "=", asked.brandId)
    .orderBy("p.created_at", "desc")
    .orderBy("p.id", "desc")
    .limit(asked.limit)
    .execute();
  const { total } = await forSale(q)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .where("p.brand_id", "=", asked.brandId)
    .executeTakeFirstOrThrow();
  return { products: await withOffers(q, rows), total };
}

/** The products an affiliate's posts show, those of the newest post first. */
export async function listAffiliateShelf(
  q: Queryable,
  asked: { readonly affiliateId: AffiliateId; readonly limit: number },
): Promise<readonly ShowcaseProduct[]> {
  const shown = q
    .selectFrom("post_tags as t")
    .innerJoin("posts as o", "o.id", "t.post_id")
    .select("t.product_id")
    .select(({ fn }) => fn.max("o.published_at").as("shown_at"))
    .where("o.affiliate_id", "=", asked.affiliateId)
    .groupBy("t.product_id")
    .as("shown");
  const rows = await forSale(q)
    .innerJoin(shown, "shown.product_id", "p.id")
    .orderBy("shown.shown_at", "desc")
    .orderBy("p.id", "desc")
    .limit(asked.limit)
    .execute();
  return withOffers(q, rows);
}

/** The first way a brand ships to the first of these countries it ships to at all; `undefined` when it ships to none. */
export async function findFirstShipping(
  q: Queryable,
  asked: { readonly brandId: BrandId; readonly countries: readonly string[] },
): Promise<ShippingTerms | undefined> {
  const rows = await q
    .selectFrom("shipping_options")
    .selectAll()
    .where("brand_id", "=", asked.brandId)
    .where("country", "in", [...asked.countries])
    .orderBy("position")
    .execute();
  const row = asked.countries.flatMap((country) => rows.filter((one) => one.country === country))[0];
  if (row === undefined) return undefined;
  const { name, carrier, country, position } = row;
  return { name, carrier, country, position, amountMinor: minor(row.amount_minor), minDays: row.min_days, maxDays: row.max_days };
}

/** True once the installation has a brand. */
export async function hasBrands(q: Queryable): Promise<boolean> {
  return (await q.selectFrom("brands").select("id").limit(1).executeTakeFirst()) !== undefined;
}

function forSale(q: Queryable) {
  return q
    .selectFrom("products as p")
    .innerJoin("brands as b", "b.id", "p.brand_id")
    .where("p.status", "=", "active")
    .where("b.status", "=", "live")
    .where((eb) => eb.exists(eb.selectFrom("variants as v").select("v.id").whereRef("v.product_id", "=", "p.id")))
    .leftJoin("product_images as i", (join) => join.onRef("i.product_id", "=", "p.id").on("i.position", "=", 0))
    .select(["p.id", "p.handle", "p.title", "b.name as brand", "b.slug", "b.currency", "i.url", "i.alt"]);
}

type ShelfRow = Awaited<ReturnType<ReturnType<typeof forSale>["execute"]>>[number];

async function withOffers(q: Queryable, rows: readonly ShelfRow[]): Promise<readonly ShowcaseProduct[]> {
  const offers = await readOffers(
    q,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => {
    const offer = offers.get(row.id);
    if (offer === undefined) return [];
    const image = row.url === null ? null : { url: row.url, alt: row.alt ?? "" };
    const names = { handle: row.handle, title: row.title, brand: row.brand, brandSlug: row.slug };
    return [{ productId: row.id as ProductId, ...names, currency: row.currency as Currency, image, ...offer }];
  });
}

type Offer = Pick<ShowcaseProduct, "lowestMinor" | "severalPrices" | "soldOut">;

async function readOffers(q: Queryable, productIds: readonly string[]): Promise<ReadonlyMap<string, Offer>> {
  if (productIds.length === 0) return new Map();
  const rows = await q
    .selectFrom("variants as v")
    .leftJoin("stock_levels as s", "s.variant_id", "v.id")
    .select("v.product_id")
    .select(({ fn }) => [
      fn.min("v.price_minor").as("lowest"),
      fn.max("v.price_minor").as("highest"),
      sql<number>`sum(coalesce(s.on_hand - s.reserved, 0))`.as("left"),
    ])
    .where("v.product_id", "in", [...productIds])
    .groupBy("v.product_id")
    .execute();
  return new Map(
    rows.map((row) => [
      row.product_id,
      { lowestMinor: minor(row.lowest), severalPrices: row.lowest !== row.highest, soldOut: row.left <= 0 },
    ]),
  );
}
