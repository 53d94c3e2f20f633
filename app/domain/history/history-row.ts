/** Purchase histories that can be taken in. */
export const HISTORY_SOURCES = ["online-retail"] as const;
export type HistorySource = (typeof HISTORY_SOURCES)[number];

/** Where past purchases come from: a file of a known format, or the demo world. */
export type HistoryOrigin = HistorySource | "demo";

/** One row of a purchase history, exactly as written; cells that are missing are empty. */
export type HistoryRow = {
  readonly invoice: string;
  readonly code: string;
  readonly description: string;
  readonly quantity: string;
  /** Local time of the shop, `YYYY-MM-DD HH:mm[:ss]`. */
  readonly date: string;
  readonly unitPrice: string;
  readonly customer: string;
  readonly country: string;
  /** True when the row has more or fewer cells than the header, so that its cells cannot be told apart. */
  readonly ragged: boolean;
  /** Fingerprint of all cells; equal for equal rows. */
  readonly digest: string;
};

/** A file that cannot be read as what it was said to be; the message tells its owner what is wrong and what to do. */
export class UnreadableFileError extends Error {
  override readonly name = "UnreadableFileError";
}
