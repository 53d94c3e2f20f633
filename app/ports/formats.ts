import type { CatalogFeed, CatalogFormat } from "~/domain/catalog/feed";
import type { HistoryRow, HistorySource } from "~/domain/history/history-row";
import type { Outcome } from "~/domain/kernel/outcome";

/** Reads the files other programs export. Nothing is stored and no rule is applied here. */
export type Formats = {
  /** Recognises a catalogue file by its first line; `found` are the column names it has instead. */
  readonly recognizeCatalog: (
    text: string,
  ) => Outcome<CatalogFormat, { readonly kind: "unknown_format"; readonly found: readonly string[] }>;
  /** Takes a catalogue file apart; what is wrong with it stands in the feed's errors. */
  readonly readCatalog: (format: CatalogFormat, text: string) => CatalogFeed;
  /** Streams a purchase history's rows in file order. Errors while streaming: UnreadableFileError. */
  readonly readHistory: (source: HistorySource, bytes: AsyncIterable<Uint8Array>) => AsyncIterable<HistoryRow>;
};
