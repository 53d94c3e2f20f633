import { sql } from "kysely";
import type { ShowcaseProduct } from "~/domain/catalog/showcase";
import type { ProductId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";
import type { Queryable } from "../open";

/**
 * The newest active products of live brands that have a price: every brand's newest, then every brand's second
 * newest and so on, so that one brand's large import does not fill the window.
 */
export async function listNewestProducts(q: Queryable, limit: number): Promise<readonly ShowcaseProduct[]> {
  const newest = await q
    .selectFrom("products as p")
    .innerJoin("brands as b", "b.id", "p.brand_id")
    .where("p.status", "=", "active")
    .where("b.status", "=", "live")
    .where((eb) => eb.exists(eb.selectFrom("variants as v").select("v.id").whereRef("v.product_id", "=", "p.id")))
    .leftJoin("product_images as i", (join) => join.onRef("i.product_id", "=", "p.id").on("i.position", "=", 0))
    .select(["p.id", "p.title", "b.name as brand", "b.currency", "i.url", "i.alt", "p.created_at"])
    .select(sql<number>`row_number() over (partition by p.brand_id order by p.created_at desc, p.id desc)`.as("turn"))
    .orderBy("turn")
    .orderBy("p.created_at", "desc")
    .orderBy("p.id", "desc")
    .limit(limit)
    .execute();
  const offers = await readOffers(
    q,
    newest.map((row) => row.id),
  );
  return newest.flatMap((row) => {
    const offer = offers.get(row.id);
    if (offer === undefined) return [];
    const image = row.url === null ? null : { url: row.url, alt: row.alt ?? "" };
    return [{ productId: row.id as ProductId, title: row.title, brand: row.brand, currency: row.currency as Currency, image, ...offer }];
  });
}

/** True once the installation has a brand. */
export async function hasBrands(q: Queryable): Promise<boolean> {
  return (await q.selectFrom("brands").select("id").limit(1).executeTakeFirst()) !== undefined;
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
