import type { StoredInvoice } from "~/domain/history/plan-invoice";
import type { BrandId, EventId, Instant, ProductId } from "~/domain/kernel/branded";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** A row of a purchase history as it is remembered. */
export type HistoryRowRecord = {
  readonly invoice: string;
  readonly ordinal: number;
  readonly digest: string;
  /** sale, cancellation, or why it was skipped. */
  readonly kind: string;
  readonly productId: ProductId | null;
  readonly eventId: EventId | null;
};

type Origin = { readonly brandId: BrandId; readonly source: string };

const ROWS_PER_STATEMENT = 500;

/** What these invoices of a source left behind; invoices never met are absent. */
export async function findStoredInvoices(
  q: Queryable,
  asked: Origin & { readonly invoices: readonly string[] },
): Promise<ReadonlyMap<string, StoredInvoice>> {
  const rows = await q
    .selectFrom("history_rows as h")
    .leftJoin("events as e", "e.id", "h.event_id")
    .select(["h.invoice", "h.ordinal", "h.digest", "h.product_id", "e.occurred_at"])
    .where("h.brand_id", "=", asked.brandId)
    .where("h.source", "=", asked.source)
    .where("h.invoice", "in", [...asked.invoices])
    .execute();
  const found = new Map<string, { digests: Map<number, string>; occurredAt: Instant | null; products: Set<ProductId> }>();
  for (const row of rows) {
    const invoice = found.get(row.invoice) ?? { digests: new Map(), occurredAt: null, products: new Set() };
    invoice.digests.set(row.ordinal, row.digest);
    if (row.occurred_at !== null) invoice.occurredAt = row.occurred_at as Instant;
    if (row.product_id !== null) invoice.products.add(row.product_id as ProductId);
    found.set(row.invoice, invoice);
  }
  return found;
}

/** Remembers rows. Errors: the database refuses a second row of the same invoice and ordinal (see `isDuplicate`). */
export async function insertHistoryRows(
  tx: Tx,
  origin: Origin & { readonly now: Instant },
  rows: readonly HistoryRowRecord[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    const values = rows.slice(at, at + ROWS_PER_STATEMENT).map((row) => ({
      brand_id: origin.brandId,
      source: origin.source,
      invoice: row.invoice,
      ordinal: row.ordinal,
      digest: row.digest,
      kind: row.kind,
      product_id: row.productId,
      event_id: row.eventId,
      imported_at: origin.now,
    }));
    await tx.insertInto("history_rows").values(values).execute();
  }
}
