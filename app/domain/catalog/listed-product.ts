import type { BrandId, ProductId } from "../kernel/branded";
import type { Minor } from "../kernel/money";
import type { ImageFacts, ProductStatus } from "./product";

/** A product as a list shows it. */
export type ListedProduct = {
  readonly productId: ProductId;
  readonly handle: string;
  readonly title: string;
  readonly status: ProductStatus;
  readonly category: string;
  readonly image: ImageFacts | null;
  readonly variants: number;
  /** Variants of which no piece can be sold. */
  readonly soldOut: number;
  /** Lowest and highest price of its variants; `null` without variants. */
  readonly lowestMinor: Minor | null;
  readonly highestMinor: Minor | null;
  /** Pieces of all variants that can be sold now. */
  readonly onHand: number;
};

/** Which products of a brand are looked for. Each word must occur somewhere. */
export type ProductSearch = {
  readonly brandId: BrandId;
  readonly words: readonly string[];
  readonly status: ProductStatus | "all";
};

/** More words than a title has narrow nothing down. */
const MAX_WORDS = 8;
const MAX_SEARCH = 200;

/** The words of what a person typed into a search field. */
export function searchWords(search: string): readonly string[] {
  const words = search.slice(0, MAX_SEARCH).replaceAll("\0", "").split(/\s+/);
  return [...new Set(words.filter((word) => word !== ""))].slice(0, MAX_WORDS);
}
