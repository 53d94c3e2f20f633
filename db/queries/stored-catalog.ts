import type { CatalogProduct, CatalogVariant, ProductStatus } from "~/domain/catalog/product";
import type { BrandId, ProductId, VariantId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import type { Queryable } from "../open";

/** The brand's products with these handles or ids, with variants, stock and pictures, in no particular order. */
export async function findCatalogProducts(
  q: Queryable,
  asked: { readonly brandId: BrandId } & ({ readonly handles: readonly string[] } | { readonly productId: ProductId }),
): Promise<readonly CatalogProduct[]> {
  const ofBrand = q.selectFrom("products").selectAll().where("brand_id", "=", asked.brandId);
  if ("handles" in asked && asked.handles.length === 0) return [];
  const found = "handles" in asked ? ofBrand.where("handle", "in", [...asked.handles]) : ofBrand.where("id", "=", asked.productId);
  const rows = await found.execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [variants, images] = [await listVariants(q, ids), await listImages(q, ids)];
  return rows.map((row) => ({
    productId: row.id as ProductId,
    handle: row.handle,
    title: row.title,
    description: row.description,
    vendor: row.vendor,
    category: row.category,
    status: row.status as ProductStatus,
    options: textList(row.options),
    variants: variants.get(row.id) ?? [],
    images: images.get(row.id) ?? [],
  }));
}

async function listVariants(q: Queryable, productIds: readonly string[]): Promise<ReadonlyMap<string, readonly CatalogVariant[]>> {
  const rows = await q
    .selectFrom("variants as v")
    .leftJoin("stock_levels as s", "s.variant_id", "v.id")
    .selectAll("v")
    .select(["s.on_hand", "s.reserved"])
    .where("v.product_id", "in", [...productIds])
    .orderBy("v.product_id")
    .orderBy("v.position")
    .execute();
  return grouped(rows, (row) => ({
    variantId: row.id as VariantId,
    optionValues: textList(row.option_values),
    sku: row.sku,
    barcode: row.barcode,
    priceMinor: minor(row.price_minor),
    compareAtMinor: row.compare_at_minor === null ? null : minor(row.compare_at_minor),
    imageUrl: row.image_url,
    position: row.position,
    onHand: row.on_hand ?? 0,
    reserved: row.reserved ?? 0,
  }));
}

async function listImages(q: Queryable, productIds: readonly string[]): Promise<ReadonlyMap<string, CatalogProduct["images"]>> {
  const rows = await q
    .selectFrom("product_images")
    .selectAll()
    .where("product_id", "in", [...productIds])
    .orderBy("product_id")
    .orderBy("position")
    .execute();
  return grouped(rows, (row) => ({ imageId: row.id, url: row.url, alt: row.alt }));
}

function grouped<Row extends { readonly product_id: string }, Value>(
  rows: readonly Row[],
  take: (row: Row) => Value,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const group = groups.get(row.product_id) ?? [];
    group.push(take(row));
    groups.set(row.product_id, group);
  }
  return groups;
}

function textList(json: string): readonly string[] {
  const parsed: unknown = JSON.parse(json);
  if (!Array.isArray(parsed) || !parsed.every((item) => typeof item === "string")) throw new Error(`Not a list of texts: ${json}`);
  return parsed;
}
