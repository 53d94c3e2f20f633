import { type CatalogFeed, FEED_FIELDS, type FeedField, type FeedRow } from "./feed";
import { type RowError, type RowProblem, rowError } from "./row-error";

/** The rows of one product, in file order; never empty. */
export type ProductRows = { readonly handle: string; readonly first: FeedRow; readonly rows: readonly FeedRow[] };

/** Collects what is wrong, so that all of it is told at once. */
export type Complain = (row: FeedRow, field: FeedField, problem: RowProblem) => void;

/** The option columns of the formats. */
export const OPTION_FIELDS = [
  { name: "option1Name", value: "option1Value" },
  { name: "option2Name", value: "option2Value" },
  { name: "option3Name", value: "option3Value" },
] as const satisfies readonly { readonly name: FeedField; readonly value: FeedField }[];

const VARIANT_FIELDS = [
  "price",
  "compareAt",
  "sku",
  "barcode",
  "stock",
  "variantImage",
  ...OPTION_FIELDS.map(({ value }) => value),
] as const;

/** Longest cells, by field; what databases, addresses and receipts bear. */
const MAX_LENGTH: Readonly<Partial<Record<FeedField, number>>> = {
  description: 100_000,
  imageUrl: 2_000,
  variantImage: 2_000,
  imageAlt: 1_000,
};
const MAX_TEXT = 255;

/**
 * Control characters but tab and line breaks (NUL cannot be stored by every database, the others make texts that
 * nobody can see), and U+FFFD, which is what is left of bytes that were not UTF-8.
 */
const UNREADABLE = /[^\P{Cc}\t\n\r]|\uFFFD/u;

/** Groups rows by handle (capitals do not count), wherever in the file they stand, and complains about unusable ones. */
export function groupRows(feed: CatalogFeed, complain: Complain): readonly ProductRows[] {
  const groups = new Map<string, FeedRow[]>();
  for (const row of feed.rows) {
    checkTexts(row, complain);
    const handle = row.handle.toLowerCase();
    if (handle === "") complain(row, "handle", { kind: "handle_missing" });
    else if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(handle)) complain(row, "handle", { kind: "handle_invalid" });
    else addTo(groups, handle, row);
  }
  return [...groups].map(([handle, rows]) => ({ handle, rows, first: rows[0] as FeedRow }));
}

function addTo(groups: Map<string, FeedRow[]>, handle: string, row: FeedRow): void {
  const rows = groups.get(handle);
  if (rows === undefined) groups.set(handle, [row]);
  else rows.push(row);
}

/** True when the row describes a variant; others carry a picture or facts of the product. */
export function isVariantRow(row: FeedRow): boolean {
  return VARIANT_FIELDS.some((field) => row[field] !== "");
}

/** The first row of the product that fills this field, else its first row. */
export function firstFilled(product: ProductRows, field: FeedField): FeedRow {
  return product.rows.find((row) => row[field] !== "") ?? product.first;
}

/** A list of errors and the function that fills it, naming columns as the file does. */
export function collectErrors(feed: CatalogFeed): { readonly errors: readonly RowError[]; readonly complain: Complain } {
  const errors: RowError[] = [...feed.errors];
  const complain: Complain = (row, field, problem) => {
    errors.push(rowError({ line: row.line, field: feed.columns[field], value: row[field] }, problem));
  };
  return { errors, complain };
}

function checkTexts(row: FeedRow, complain: Complain): void {
  for (const field of FEED_FIELDS) {
    const text = row[field];
    const max = MAX_LENGTH[field] ?? MAX_TEXT;
    if (text.length > max) complain(row, field, { kind: "text_too_long", max });
    if (UNREADABLE.test(text)) complain(row, field, { kind: "character_unreadable" });
  }
}
