import { invoiceOf, isKey } from "./classify-row";
import type { HistoryRow } from "./history-row";

/** A row with its place among the rows of its invoice in this file, counted from 1: together its identity. */
export type PlacedRow = { readonly ordinal: number; readonly row: HistoryRow };

/** Rows of one invoice that are taken in together. `invoice` is its number, or stands for one row without a usable number. */
export type InvoiceRows = { readonly invoice: string; readonly rows: readonly PlacedRow[] };

/** Rows and invoices held back to complete an invoice whose rows are scattered, and written in one transaction. */
export type ChunkLimits = { readonly heldRows: number; readonly heldInvoices: number; readonly rows: number; readonly invoices: number };

/** Held: what a shop's day of scattered rows needs. Written at once: about 10 ms of one transaction. */
const CHUNK_LIMITS: ChunkLimits = { heldRows: 2_000, heldInvoices: 200, rows: 500, invoices: 100 };

/**
 * Groups a file's rows into chunks of whole invoices. Rows of an invoice may be scattered; one that is still
 * unfinished when the limit is reached is cut, and its later rows come in a later chunk with ordinals that
 * go on. Memory: the held rows and one counter per invoice (about 100 bytes).
 */
export async function* chunkInvoices(
  rows: AsyncIterable<HistoryRow>,
  limits: ChunkLimits = CHUNK_LIMITS,
): AsyncGenerator<readonly InvoiceRows[]> {
  const counts = new Map<string, number>();
  const held = new Map<string, PlacedRow[]>();
  let heldRows = 0;
  for await (const row of rows) {
    const invoice = invoiceKey(row);
    const ordinal = (counts.get(invoice) ?? 0) + 1;
    counts.set(invoice, ordinal);
    const placed = held.get(invoice) ?? [];
    placed.push({ ordinal, row });
    held.delete(invoice);
    held.set(invoice, placed);
    heldRows += 1;
    if (heldRows <= limits.heldRows && held.size <= limits.heldInvoices) continue;
    const chunk = takeLongestUntouched(held, limits);
    heldRows -= countRows(chunk);
    yield chunk;
  }
  while (held.size > 0) yield takeLongestUntouched(held, limits);
}

/** Rows in these invoices. */
export function countRows(chunk: readonly InvoiceRows[]): number {
  return chunk.reduce((count, { rows }) => count + rows.length, 0);
}

/** A row without a usable invoice number is identified by its content; the prefix keeps it apart from invoices. */
function invoiceKey(row: HistoryRow): string {
  const invoice = invoiceOf(row);
  return isKey(invoice) ? invoice : `row:${row.digest}`;
}

function takeLongestUntouched(held: Map<string, PlacedRow[]>, limits: ChunkLimits): readonly InvoiceRows[] {
  const chunk: InvoiceRows[] = [];
  let rows = 0;
  for (const [invoice, placed] of held) {
    if (chunk.length > 0 && (chunk.length >= limits.invoices || rows + placed.length > limits.rows)) break;
    chunk.push({ invoice, rows: placed });
    rows += placed.length;
    held.delete(invoice);
  }
  return chunk;
}
