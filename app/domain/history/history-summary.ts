import type { SkipReason } from "./classify-row";

/** Counts of a file's rows. `rows` is the sum of all the others. */
export type HistorySummary = {
  readonly rows: number;
  readonly sales: number;
  readonly cancellations: number;
  /** `conflict`: a row with the same place in the same invoice, but other content, stands already; only there when it occurs. */
  readonly skipped: Readonly<Record<SkipReason, number>> & { readonly conflict?: number };
  readonly alreadyImported: number;
};

/** What became of one row. */
export type RowFate = "sale" | "cancellation" | "already_imported" | "conflict" | SkipReason;

/** The counts of these rows. */
export function summarize(fates: Iterable<RowFate>): HistorySummary {
  const counts: Record<RowFate, number> = {
    sale: 0,
    cancellation: 0,
    already_imported: 0,
    conflict: 0,
    negative_quantity: 0,
    zero_price: 0,
    malformed: 0,
  };
  let rows = 0;
  for (const fate of fates) {
    counts[fate] += 1;
    rows += 1;
  }
  const { negative_quantity, zero_price, malformed, conflict } = counts;
  const skipped = { negative_quantity, zero_price, malformed };
  return {
    rows,
    sales: counts.sale,
    cancellations: counts.cancellation,
    skipped: conflict === 0 ? skipped : { ...skipped, conflict },
    alreadyImported: counts.already_imported,
  };
}

/** The counts of both. */
export function addSummaries(left: HistorySummary, right: HistorySummary): HistorySummary {
  const conflict = (left.skipped.conflict ?? 0) + (right.skipped.conflict ?? 0);
  const skipped = {
    negative_quantity: left.skipped.negative_quantity + right.skipped.negative_quantity,
    zero_price: left.skipped.zero_price + right.skipped.zero_price,
    malformed: left.skipped.malformed + right.skipped.malformed,
  };
  return {
    rows: left.rows + right.rows,
    sales: left.sales + right.sales,
    cancellations: left.cancellations + right.cancellations,
    skipped: conflict === 0 ? skipped : { ...skipped, conflict },
    alreadyImported: left.alreadyImported + right.alreadyImported,
  };
}
