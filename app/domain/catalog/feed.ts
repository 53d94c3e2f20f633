import type { RowError } from "./row-error";

/** Catalogue formats that are recognised. */
export const CATALOG_FORMATS = ["shopify"] as const;
export type CatalogFormat = (typeof CATALOG_FORMATS)[number];

/** What a catalogue row can say, whatever the format calls it. */
export const FEED_FIELDS = [
  "handle",
  "title",
  "description",
  "vendor",
  "category",
  "published",
  "status",
  "giftCard",
  "option1Name",
  "option1Value",
  "option2Name",
  "option2Value",
  "option3Name",
  "option3Value",
  "sku",
  "barcode",
  "price",
  "compareAt",
  "stock",
  "imageUrl",
  "imagePosition",
  "imageAlt",
  "variantImage",
] as const;
export type FeedField = (typeof FEED_FIELDS)[number];

/** One row of a catalogue file; absent and blank cells are empty. The description is plain text already. */
export type FeedRow = Readonly<Record<FeedField, string>> & {
  /** The line of the file where the row starts; the header's is 1. */
  readonly line: number;
};

/** A catalogue file taken apart, before any rule was applied. */
export type CatalogFeed = {
  readonly rows: readonly FeedRow[];
  /** Data rows of the file; more than `rows` has when some could not be taken apart. */
  readonly rowCount: number;
  /** Each field's column as the file's header spells it; the format's usual name when the file lacks it. */
  readonly columns: Readonly<Record<FeedField, string>>;
  /** What is wrong with the file's shape. */
  readonly errors: readonly RowError[];
};
