import { sql } from "kysely";
import type { ListedProduct, ProductSearch } from "~/domain/catalog/listed-product";
import type { ProductStatus } from "~/domain/catalog/product";
import type { BrandId, Instant, ProductId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

const ROWS_PER_STATEMENT = 500;

/** The ids of the brand's products with these handles, by handle. */
export async function findProductIds(
  q: Queryable,
  asked: { readonly brandId: BrandId; readonly handles: readonly string[] },
): Promise<ReadonlyMap<string, ProductId>> {
  if (asked.handles.length === 0) return new Map();
  const rows = await q
    .selectFrom("products")
    .select(["id", "handle"])
    .where("brand_id", "=", asked.brandId)
    .where("handle", "in", [...asked.handles])
    .execute();
  return new Map(rows.map((row) => [row.handle, row.id as ProductId]));
}

/** The brand's products that own these SKUs, by SKU; one that several products share names none of them. */
export async function findProductIdsBySku(
  q: Queryable,
  asked: { readonly brandId: BrandId; readonly skus: readonly string[] },
): Promise<ReadonlyMap<string, ProductId>> {
  if (asked.skus.length === 0) return new Map();
  const rows = await q
    .selectFrom("variants")
    .select(({ fn }) => ["sku", fn.min("product_id").as("first"), fn.max("product_id").as("last")])
    .where("brand_id", "=", asked.brandId)
    .where("sku", "in", [...asked.skus])
    .groupBy("sku")
    .execute();
  return new Map(rows.flatMap(({ sku, first, last }) => (sku !== null && first === last ? [[sku, first as ProductId] as const] : [])));
}

/** Adds products known only from past purchases. Errors: the database refuses a handle that stands already (see `isDuplicate`). */
export async function insertHistoryProducts(
  tx: Tx,
  origin: { readonly brandId: BrandId; readonly now: Instant },
  products: readonly { readonly productId: ProductId; readonly handle: string; readonly title: string }[],
): Promise<void> {
  const rows = products.map(({ productId, handle, title }) => ({
    id: productId,
    brand_id: origin.brandId,
    handle,
    title,
    description: "",
    vendor: "",
    category: "",
    status: "not_for_sale",
    options: "[]",
    created_at: origin.now,
    updated_at: origin.now,
  }));
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    await tx
      .insertInto("products")
      .values(rows.slice(at, at + ROWS_PER_STATEMENT))
      .execute();
  }
}

/** How many of the brand's products match. */
export async function countProducts(q: Queryable, asked: ProductSearch): Promise<number> {
  const row = await matching(q, asked)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The matching products from `offset` on, by title, with their prices, stock and first picture. */
export async function listMatchingProducts(
  q: Queryable,
  asked: ProductSearch & { readonly offset: number; readonly limit: number },
): Promise<readonly ListedProduct[]> {
  const rows = await matching(q, asked)
    .leftJoin("product_images as i", (join) => join.onRef("i.product_id", "=", "p.id").on("i.position", "=", 0))
    .select(["p.id", "p.handle", "p.title", "p.status", "p.category", "i.url", "i.alt"])
    .orderBy(sql`lower(p.title)`)
    .orderBy("p.id")
    .offset(asked.offset)
    .limit(asked.limit)
    .execute();
  const offers = await readOffers(
    q,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    productId: row.id as ProductId,
    handle: row.handle,
    title: row.title,
    status: row.status as ProductStatus,
    category: row.category,
    image: row.url === null ? null : { url: row.url, alt: row.alt ?? "" },
    ...(offers.get(row.id) ?? NOTHING_OFFERED),
  }));
}

type Offer = Pick<ListedProduct, "variants" | "soldOut" | "lowestMinor" | "highestMinor" | "onHand">;

const NOTHING_OFFERED: Offer = { variants: 0, soldOut: 0, lowestMinor: null, highestMinor: null, onHand: 0 };

async function readOffers(q: Queryable, productIds: readonly string[]): Promise<ReadonlyMap<string, Offer>> {
  if (productIds.length === 0) return new Map();
  const rows = await q
    .selectFrom("variants as v")
    .leftJoin("stock_levels as s", "s.variant_id", "v.id")
    .select(["v.product_id"])
    .select(({ fn }) => [
      fn.countAll<number>().as("variants"),
      fn.min("v.price_minor").as("lowest"),
      fn.max("v.price_minor").as("highest"),
      sql<number>`sum(coalesce(s.on_hand - s.reserved, 0))`.as("on_hand"),
      sql<number>`sum(case when coalesce(s.on_hand - s.reserved, 0) = 0 then 1 else 0 end)`.as("sold_out"),
    ])
    .where("v.product_id", "in", [...productIds])
    .groupBy("v.product_id")
    .execute();
  return new Map(
    rows.map((row) => [
      row.product_id,
      {
        variants: row.variants,
        soldOut: row.sold_out,
        lowestMinor: minor(row.lowest),
        highestMinor: minor(row.highest),
        onHand: row.on_hand,
      },
    ]),
  );
}

/** Every word must occur in the title, the handle or a variant's SKU; capitals do not count (of A–Z on SQLite). */
function matching(q: Queryable, asked: ProductSearch) {
  let found = q.selectFrom("products as p").where("p.brand_id", "=", asked.brandId);
  if (asked.status !== "all") found = found.where("p.status", "=", asked.status);
  for (const word of asked.words) {
    const pattern = `%${word.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
    const like = (column: string) => sql<boolean>`lower(${sql.ref(column)}) like lower(${pattern}) escape '\\'`;
    found = found.where((eb) =>
      eb.or([
        like("p.title"),
        like("p.handle"),
        eb.exists(eb.selectFrom("variants as v").select("v.id").whereRef("v.product_id", "=", "p.id").where(like("v.sku"))),
      ]),
    );
  }
  return found;
}
