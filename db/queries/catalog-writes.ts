import { sql } from "kysely";
import type { ProductWrite } from "~/domain/catalog/plan-product";
import type { BrandId, Instant } from "~/domain/kernel/branded";
import type { Tx } from "../transaction";

/** Rows per statement: twelve columns at most, far below the 32 766 parameters both databases take. */
const ROWS_PER_STATEMENT = 500;

type Origin = {
  readonly brandId: BrandId;
  /** The import that caused the movements of stock. */
  readonly sourceId: string;
  readonly now: Instant;
  readonly nextMovementId: () => string;
};

/** Writes planned products: facts, variants, pictures and stock, in as few statements as they fit in. */
export async function writeProducts(tx: Tx, origin: Origin, writes: readonly ProductWrite[]): Promise<void> {
  await upsertProducts(tx, origin, writes);
  await moveStockOut(tx, origin, writes);
  await removeVariants(tx, writes);
  await upsertVariants(tx, origin, writes);
  await replaceImages(tx, origin, writes);
  await setStock(tx, origin, writes);
}

async function upsertProducts(tx: Tx, origin: Origin, writes: readonly ProductWrite[]): Promise<void> {
  const rows = writes.flatMap(({ productId, facts }) =>
    facts === null
      ? []
      : [
          {
            ...facts,
            id: productId,
            brand_id: origin.brandId,
            options: JSON.stringify(facts.options),
            created_at: origin.now,
            updated_at: origin.now,
          },
        ],
  );
  for (const slice of slices(rows)) {
    await tx
      .insertInto("products")
      .values(slice)
      .onConflict((oc) =>
        oc.column("id").doUpdateSet((eb) => ({
          title: eb.ref("excluded.title"),
          description: eb.ref("excluded.description"),
          vendor: eb.ref("excluded.vendor"),
          category: eb.ref("excluded.category"),
          status: eb.ref("excluded.status"),
          options: eb.ref("excluded.options"),
          updated_at: eb.ref("excluded.updated_at"),
          version: sql<number>`products.version + 1`,
        })),
      )
      .execute();
  }
}

async function removeVariants(tx: Tx, writes: readonly ProductWrite[]): Promise<void> {
  for (const slice of slices(writes.flatMap((write) => write.removedVariants))) {
    await tx
      .deleteFrom("variants")
      .where("id", "in", [...slice])
      .execute();
  }
}

async function upsertVariants(tx: Tx, origin: Origin, writes: readonly ProductWrite[]): Promise<void> {
  const rows = writes.flatMap(({ productId, variants }) =>
    variants.map((variant) => ({
      id: variant.variantId,
      brand_id: origin.brandId,
      product_id: productId,
      option_values: JSON.stringify(variant.optionValues),
      sku: variant.sku,
      barcode: variant.barcode,
      price_minor: variant.priceMinor,
      compare_at_minor: variant.compareAtMinor,
      image_url: variant.imageUrl,
      position: variant.position,
    })),
  );
  for (const slice of slices(rows)) {
    await tx
      .insertInto("variants")
      .values(slice)
      .onConflict((oc) =>
        oc.column("id").doUpdateSet((eb) => ({
          sku: eb.ref("excluded.sku"),
          barcode: eb.ref("excluded.barcode"),
          price_minor: eb.ref("excluded.price_minor"),
          compare_at_minor: eb.ref("excluded.compare_at_minor"),
          image_url: eb.ref("excluded.image_url"),
          position: eb.ref("excluded.position"),
        })),
      )
      .execute();
  }
}

async function replaceImages(tx: Tx, origin: Origin, writes: readonly ProductWrite[]): Promise<void> {
  const changed = writes.flatMap(({ productId, images }) => (images === null ? [] : [{ productId, images }]));
  for (const slice of slices(changed.map(({ productId }) => productId))) {
    await tx
      .deleteFrom("product_images")
      .where("product_id", "in", [...slice])
      .execute();
  }
  const rows = changed.flatMap(({ productId, images }) =>
    images.map(({ imageId, url, alt }, position) => ({ id: imageId, brand_id: origin.brandId, product_id: productId, url, alt, position })),
  );
  for (const slice of slices(rows)) await tx.insertInto("product_images").values(slice).execute();
}

/** The stock of variants that go is moved out first, so that movements and levels agree to the end. */
async function moveStockOut(tx: Tx, origin: Origin, writes: readonly ProductWrite[]): Promise<void> {
  const going = new Set(writes.flatMap((write) => write.removedVariants));
  await insertMovements(
    tx,
    origin,
    writes.flatMap((write) => write.stock.filter(({ variantId }) => going.has(variantId))),
  );
}

async function setStock(tx: Tx, origin: Origin, writes: readonly ProductWrite[]): Promise<void> {
  const going = new Set(writes.flatMap((write) => write.removedVariants));
  const staying = writes.flatMap((write) => write.stock.filter(({ variantId }) => !going.has(variantId)));
  for (const slice of slices(staying)) {
    await tx
      .insertInto("stock_levels")
      .values(slice.map(({ variantId, onHand }) => ({ variant_id: variantId, brand_id: origin.brandId, on_hand: onHand })))
      .onConflict((oc) =>
        oc
          .column("variant_id")
          .doUpdateSet((eb) => ({ on_hand: eb.ref("excluded.on_hand"), version: sql<number>`stock_levels.version + 1` })),
      )
      .execute();
  }
  await insertMovements(tx, origin, staying);
}

async function insertMovements(tx: Tx, origin: Origin, stock: ProductWrite["stock"]): Promise<void> {
  const rows = stock
    .filter(({ movement }) => movement !== 0)
    .map(({ variantId, movement }) => ({
      id: origin.nextMovementId(),
      brand_id: origin.brandId,
      variant_id: variantId,
      quantity: movement,
      reason: "import",
      source_id: origin.sourceId,
      created_at: origin.now,
    }));
  for (const slice of slices(rows)) await tx.insertInto("stock_movements").values(slice).execute();
}

function slices<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const found: (readonly Row[])[] = [];
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) found.push(rows.slice(at, at + ROWS_PER_STATEMENT));
  return found;
}
