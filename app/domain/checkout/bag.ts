import type { BagId, BrandId, ProductId, VariantId } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import { type Minor, minor, sumMinor } from "../kernel/money";

/** Nobody buys a hundred of one thing by hand; a typing error does. */
export const MOST_PER_LINE = 99;

/** More lines make a page nobody reads and a payment no bank likes. */
export const MOST_LINES = 500;

/** A line as it lies in the bag beside what the catalogue says of it now. `null` = the variant is gone or no longer sold. */
export type StoredBagLine = {
  readonly variantId: VariantId;
  readonly brandId: BrandId;
  readonly quantity: number;
  /** The price when the shopper last agreed to it. */
  readonly seenPriceMinor: Minor;
  readonly offer: Offer | null;
};

/** What the catalogue says of a variant: enough to show, price and buy it. */
export type Offer = {
  readonly productId: ProductId;
  readonly brandSlug: string;
  readonly brandName: string;
  readonly currency: Currency;
  readonly productHandle: string;
  readonly title: string;
  /** The chosen options, e.g. `Blue / M`; empty for a single variant. */
  readonly optionText: string;
  readonly pictureUrl: string | null;
  readonly priceMinor: Minor;
  readonly compareAtMinor: Minor | null;
  /** On hand less what others reserved. */
  readonly available: number;
  readonly taxClass: string;
};

/** What stands between a line and its purchase; `none` = it can be bought as it lies. */
export type LineChange =
  | { readonly kind: "none" }
  | { readonly kind: "price"; readonly fromMinor: Minor; readonly toMinor: Minor }
  | { readonly kind: "short"; readonly available: number }
  | { readonly kind: "sold_out" }
  | { readonly kind: "gone" };

export type BagLine = {
  readonly variantId: VariantId;
  readonly brandId: BrandId;
  readonly quantity: number;
  readonly seenPriceMinor: Minor;
  /** `null` only for a line that is `gone`. */
  readonly offer: Offer | null;
  readonly change: LineChange;
  /** At the present price; 0 for a line that is `gone`. */
  readonly listMinor: Minor;
};

/** What is bought of one brand. */
export type BagShop = {
  readonly brandId: BrandId;
  readonly slug: string;
  readonly name: string;
  readonly lines: readonly BagLine[];
  readonly itemsMinor: Minor;
};

/** What one checkout takes: every brand of one currency. */
export type BagGroup = {
  readonly currency: Currency;
  readonly shops: readonly BagShop[];
  readonly itemsMinor: Minor;
  /** False while a line has changed: the shopper agrees or takes it out first. */
  readonly isReady: boolean;
};

export type Bag = {
  /** `null` = nothing was ever put into it. */
  readonly bagId: BagId | null;
  readonly groups: readonly BagGroup[];
  /** Lines nobody can buy any more. */
  readonly gone: readonly BagLine[];
  readonly units: number;
};

export const EMPTY_BAG: Bag = { bagId: null, groups: [], gone: [], units: 0 };

/** What has changed about a line since the shopper agreed to it; what cannot be bought comes before what costs more. */
export function lineChange(line: Omit<StoredBagLine, "variantId" | "brandId">): LineChange {
  if (line.offer === null) return { kind: "gone" };
  if (line.offer.available <= 0) return { kind: "sold_out" };
  if (line.offer.available < line.quantity) return { kind: "short", available: line.offer.available };
  if (line.offer.priceMinor !== line.seenPriceMinor) {
    return { kind: "price", fromMinor: line.seenPriceMinor, toMinor: line.offer.priceMinor };
  }
  return { kind: "none" };
}

/** Sorts a bag's lines, in their order, into one group per currency and one shop per brand. */
export function bagOf(bagId: BagId, stored: readonly StoredBagLine[]): Bag {
  const lines = stored.map(bagLine);
  const sold = lines.flatMap((line) => (line.offer === null ? [] : [{ ...line, offer: line.offer }]));
  const currencies = [...new Set(sold.map(({ offer }) => offer.currency))];
  return {
    bagId,
    groups: currencies.map((currency) =>
      groupOf(
        currency,
        sold.filter(({ offer }) => offer.currency === currency),
      ),
    ),
    gone: lines.filter(({ offer }) => offer === null),
    units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}

function bagLine(line: StoredBagLine): BagLine {
  const listMinor = minor(line.offer === null ? 0 : line.offer.priceMinor * line.quantity);
  return { ...line, change: lineChange(line), listMinor };
}

function groupOf(currency: Currency, lines: readonly (BagLine & { readonly offer: Offer })[]): BagGroup {
  const brandIds = [...new Set(lines.map(({ brandId }) => brandId))];
  const shops = brandIds.map((brandId) => {
    const own = lines.filter((line) => line.brandId === brandId);
    const { brandSlug = "", brandName = "" } = own[0]?.offer ?? {};
    return { brandId, slug: brandSlug, name: brandName, lines: own, itemsMinor: sumMinor(own.map(({ listMinor }) => listMinor)) };
  });
  return {
    currency,
    shops,
    itemsMinor: sumMinor(shops.map(({ itemsMinor }) => itemsMinor)),
    isReady: lines.every(({ change }) => change.kind === "none"),
  };
}
