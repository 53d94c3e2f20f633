import type { ProductId, VariantId } from "../kernel/branded";
import type { CatalogProduct, CatalogVariant, ImageFacts, ProductDraft, ProductFacts, VariantFacts } from "./product";

/** A variant as it will stand. */
export type VariantWrite = VariantFacts & { readonly variantId: VariantId; readonly position: number };

/** What has to be written so that the catalogue says what the file says; empty lists and `null` where nothing changes. */
export type ProductWrite = {
  readonly productId: ProductId;
  readonly facts: ProductFacts | null;
  readonly removedVariants: readonly VariantId[];
  readonly variants: readonly VariantWrite[];
  /** All pictures in order when any differs. */
  readonly images: readonly (ImageFacts & { readonly imageId: string })[] | null;
  /** Pieces each variant will have, and the movement that leads there. */
  readonly stock: readonly StockWrite[];
};

export type StockWrite = { readonly variantId: VariantId; readonly onHand: number; readonly movement: number };

/** Makes ids of products (`prd`), variants (`var`) and pictures (`img`). */
export type NextId = (prefix: "prd" | "var" | "img") => string;

/**
 * Compares a product of a file with what stands under its handle. Products keep their id by handle, variants
 * by option values, pictures by address. Variants the file no longer names go, with their stock.
 */
export function planProduct(draft: ProductDraft, stored: CatalogProduct | undefined, nextId: NextId): ProductWrite {
  const known = new Map(stored?.variants.map((variant) => [JSON.stringify(variant.optionValues), variant]));
  const matched = draft.variants.map((variant, position) => {
    const before = known.get(JSON.stringify(variant.optionValues));
    return { variant, before, position, variantId: before?.variantId ?? (nextId("var") as VariantId) };
  });
  const kept = new Set(matched.map(({ variantId }) => variantId));
  const removed = stored?.variants.filter(({ variantId }) => !kept.has(variantId)) ?? [];
  return {
    productId: stored?.productId ?? (nextId("prd") as ProductId),
    facts: stored !== undefined && isSame(factsOf(stored), factsOf(draft)) ? null : factsOf(draft),
    removedVariants: removed.map(({ variantId }) => variantId),
    variants: matched
      .filter(isChangedVariant)
      .map(({ variant, variantId, position }) => ({ ...variantFactsOf(variant), variantId, position })),
    images: planImages(draft.images, stored, nextId),
    stock: [...matched.flatMap(stockWrite), ...removed.filter(({ onHand }) => onHand !== 0).map(clearStock)],
  };
}

/** True when nothing has to be written. */
export function isUnchanged(write: ProductWrite): boolean {
  const lists = [write.removedVariants, write.variants, write.stock];
  return write.facts === null && write.images === null && lists.every((list) => list.length === 0);
}

type Matched = {
  readonly variant: ProductDraft["variants"][number];
  readonly before: CatalogVariant | undefined;
  readonly position: number;
  readonly variantId: VariantId;
};

function isChangedVariant({ variant, before, position }: Matched): boolean {
  return before === undefined || before.position !== position || !isSame(variantFactsOf(before), variantFactsOf(variant));
}

/** A new variant has a stock from the start; a known one only when the file names another number. Reserved pieces stay. */
function stockWrite({ variant, before, variantId }: Matched): readonly StockWrite[] {
  if (before === undefined) return [{ variantId, onHand: variant.stock ?? 0, movement: variant.stock ?? 0 }];
  const onHand = Math.max(variant.stock ?? before.onHand, before.reserved);
  return onHand === before.onHand ? [] : [{ variantId, onHand, movement: onHand - before.onHand }];
}

function clearStock({ variantId, onHand }: CatalogVariant): StockWrite {
  return { variantId, onHand: 0, movement: -onHand };
}

function planImages(images: readonly ImageFacts[], stored: CatalogProduct | undefined, nextId: NextId): ProductWrite["images"] {
  const before = stored?.images ?? [];
  if (isSame(before.map(imageFactsOf), images.map(imageFactsOf))) return null;
  const ids = new Map(before.map(({ url, imageId }) => [url, imageId]));
  return images.map((image) => ({ ...imageFactsOf(image), imageId: ids.get(image.url) ?? nextId("img") }));
}

function factsOf({ handle, title, description, vendor, category, status, options }: ProductFacts): ProductFacts {
  return { handle, title, description, vendor, category, status, options };
}

function variantFactsOf({ optionValues, sku, barcode, priceMinor, compareAtMinor, imageUrl }: VariantFacts): VariantFacts {
  return { optionValues, sku, barcode, priceMinor, compareAtMinor, imageUrl };
}

function imageFactsOf({ url, alt }: ImageFacts): ImageFacts {
  return { url, alt };
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
