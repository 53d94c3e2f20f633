import { type CatalogFeed, FEED_FIELDS, type FeedField, type FeedRow } from "~/domain/catalog/feed";

/** A feed of these rows on lines 2, 3 …; fields that are left out are empty and columns are called like the fields. */
export function feedOf(rows: readonly Partial<Readonly<Record<FeedField, string>>>[]): CatalogFeed {
  const empty = Object.fromEntries(FEED_FIELDS.map((field) => [field, ""])) as Record<FeedField, string>;
  const columns = Object.fromEntries(FEED_FIELDS.map((field) => [field, field])) as Record<FeedField, string>;
  const filled = rows.map((row, index): FeedRow => ({ ...empty, ...row, line: index + 2 }));
  return { rows: filled, rowCount: rows.length, columns, errors: [] };
}
