import type { ProductId, VariantId } from "../kernel/branded";
import type { Minor } from "../kernel/money";

/** `not_for_sale`: known from past purchases, or a gift card; never offered. */
export const PRODUCT_STATUSES = ["active", "draft", "archived", "not_for_sale"] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

/** What a product says, wherever it comes from. */
export type ProductFacts = {
  readonly handle: string;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  readonly vendor: string;
  readonly category: string;
  readonly status: ProductStatus;
  /** Names of the options, in order; none for a product with a single variant. */
  readonly options: readonly string[];
};

/** What a variant says. `optionValues` stand in the order of the product's options and are its identity. */
export type VariantFacts = {
  readonly optionValues: readonly string[];
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly priceMinor: Minor;
  /** The price before a reduction, always above `priceMinor`. */
  readonly compareAtMinor: Minor | null;
  readonly imageUrl: string | null;
};

export type ImageFacts = { readonly url: string; readonly alt: string };

/** A product as a file describes it; `stock` is `null` when the file says nothing about it. */
export type ProductDraft = ProductFacts & {
  readonly variants: readonly (VariantFacts & { readonly stock: number | null })[];
  readonly images: readonly ImageFacts[];
};

/** A product as it stands in the catalogue. */
export type CatalogProduct = ProductFacts & {
  readonly productId: ProductId;
  readonly variants: readonly CatalogVariant[];
  readonly images: readonly (ImageFacts & { readonly imageId: string })[];
};

export type CatalogVariant = VariantFacts & {
  readonly variantId: VariantId;
  /** Place among the product's variants, from 0. */
  readonly position: number;
  readonly onHand: number;
  /** Pieces of `onHand` promised to open checkouts. */
  readonly reserved: number;
};
