import type { VariantId } from "../kernel/branded";
import type { CatalogProduct, CatalogVariant } from "./product";

/** One value of an option as the page offers it: the variant that following it leads to, and whether that can be bought. */
export type OfferedValue = {
  readonly value: string;
  readonly variantId: VariantId;
  readonly chosen: boolean;
  readonly soldOut: boolean;
  /** The picture of that variant. */
  readonly imageUrl: string | null;
};

/** One option with its values in the order the catalogue names them. */
export type OfferedOption = {
  readonly name: string;
  readonly chosen: string;
  readonly values: readonly OfferedValue[];
  /** True when each value has a picture of its own: then the pictures are the choice. */
  readonly pictured: boolean;
};

/** A product with one variant chosen and a way to every other. */
export type Choice = { readonly variant: CatalogVariant; readonly options: readonly OfferedOption[] };

/** Pieces that can be sold now. */
export function leftOf(variant: CatalogVariant): number {
  return Math.max(0, variant.onHand - variant.reserved);
}

/**
 * Chooses the wanted variant, else the first that can be bought, else the first. `null` for a product without
 * variants. Changing one option keeps the others where such a variant exists.
 */
export function chooseVariant(product: Pick<CatalogProduct, "options" | "variants">, wanted: VariantId | null): Choice | null {
  const { variants } = product;
  const variant = variants.find(({ variantId }) => variantId === wanted) ?? variants.find((one) => leftOf(one) > 0) ?? variants[0];
  if (variant === undefined) return null;
  return { variant, options: product.options.map((name, index) => offer(variants, variant, { name, index })) };
}

function offer(
  variants: readonly CatalogVariant[],
  chosen: CatalogVariant,
  option: { readonly name: string; readonly index: number },
): OfferedOption {
  const { index } = option;
  const names = [...new Set(variants.map((variant) => variant.optionValues[index] ?? ""))];
  const values = names.map((value) => {
    const variant = nearest(variants, chosen, { index, value });
    return {
      value,
      variantId: variant.variantId,
      chosen: value === chosen.optionValues[index],
      soldOut: leftOf(variant) === 0,
      imageUrl: variant.imageUrl,
    };
  });
  const pictures = new Set(values.map(({ imageUrl }) => imageUrl));
  const pictured = !pictures.has(null) && pictures.size === values.length && values.length > 1;
  return { name: option.name, chosen: chosen.optionValues[index] ?? "", values, pictured };
}

/** The variant with this value that shares most other values with the chosen one; among equals one that can be bought, then the first. */
function nearest(
  variants: readonly CatalogVariant[],
  chosen: CatalogVariant,
  wanted: { readonly index: number; readonly value: string },
): CatalogVariant {
  const candidates = variants.filter((variant) => variant.optionValues[wanted.index] === wanted.value);
  const shared = (variant: CatalogVariant): number =>
    variant.optionValues.filter((value, index) => value === chosen.optionValues[index]).length;
  const [best] = [...candidates].sort(
    (a, b) => shared(b) - shared(a) || Number(leftOf(b) > 0) - Number(leftOf(a) > 0) || a.position - b.position,
  );
  return best ?? chosen;
}
