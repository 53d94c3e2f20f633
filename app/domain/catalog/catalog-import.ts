import type { BrandId, ImportId, Instant } from "../kernel/branded";
import type { CatalogFormat } from "./feed";
import type { RowError } from "./row-error";

/** How an import ended. With errors nothing was imported and all counts but `rows` are 0. */
export type CatalogSummary = {
  /** Data rows of the file. */
  readonly rows: number;
  readonly products: number;
  readonly variants: number;
  readonly images: number;
  readonly errors: readonly RowError[];
};

/**
 * `refused`: read to its end, had errors, changed nothing. `failed`: given up for a fault that is not the file's,
 * changed nothing; it runs again when its event is replayed.
 */
export const IMPORT_STATES = ["queued", "running", "done", "refused", "failed"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A request to import a file, and what became of it. */
export type CatalogImport = {
  readonly importId: ImportId;
  readonly brandId: BrandId;
  readonly fileName: string;
  readonly format: CatalogFormat;
  readonly state: ImportState;
  /** Rows read so far. */
  readonly rowsDone: number;
  /** Once it is done or refused. */
  readonly result: CatalogSummary | null;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
};

/** An import as a page shows it. */
export type ShownImport = Omit<CatalogImport, "result"> & {
  readonly result: (CatalogSummary & { readonly errorCount: number; readonly errorLines: number }) | null;
};

/** The import with no more than its first `most` errors, and with how many there are on how many lines. */
export function firstErrors(one: CatalogImport, most: number): ShownImport {
  if (one.result === null) return { ...one, result: null };
  const { errors } = one.result;
  const errorLines = new Set(errors.map(({ line }) => line)).size;
  return { ...one, result: { ...one.result, errors: errors.slice(0, most), errorCount: errors.length, errorLines } };
}

/** 20 MB: twice what 50,000 rows of a Shopify export weigh. */
export const MAX_FILE_BYTES = 20_000_000;
