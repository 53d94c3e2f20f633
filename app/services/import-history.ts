import type { Brand } from "~/domain/catalog/brand";
import { historyHandle } from "~/domain/history/history-handle";
import type { HistoryOrigin, HistoryRow } from "~/domain/history/history-row";
import { addSummaries, type HistorySummary, summarize } from "~/domain/history/history-summary";
import { chunkInvoices, type InvoiceRows } from "~/domain/history/invoice-rows";
import { countedLines, type InvoicePlan, invoiceEvent, planInvoice, type StoredInvoice } from "~/domain/history/plan-invoice";
import type { BrandId, EventId, ProductId } from "~/domain/kernel/branded";
import { findBrandBy } from "~db/queries/brands";
import { recordEvents } from "~db/queries/events";
import { findStoredInvoices, type HistoryRowRecord, insertHistoryRows } from "~db/queries/history-rows";
import { findProductIds, findProductIdsBySku, insertHistoryProducts } from "~db/queries/products";
import { isDuplicate, type Tx, transact } from "~db/transaction";
import type { Deps } from "./deps";

export type HistoryImport = {
  readonly brandId: BrandId;
  readonly source: HistoryOrigin;
  /** One file's rows, in its order: their ordinals within an invoice are their identity. */
  readonly rows: AsyncIterable<HistoryRow>;
  readonly onProgress?: (soFar: HistorySummary) => void;
};

/** Two imports of one file meet at most this often at the same rows before one of them finds them written. */
const ATTEMPTS = 5;

/**
 * Takes a purchase history in as `history.sale` and `history.refund` events with their own times, some
 * hundred rows a transaction: an invoice's rows and its event are written together or not at all, so the same
 * file may be taken in again after a crash, or twice at once, and nothing is doubled.
 * Errors: whatever `rows` throws (what came before stays); throws when the brand does not exist.
 */
export async function importHistory(deps: Deps, input: HistoryImport): Promise<HistorySummary> {
  const brand = await findBrandBy(deps.db.query, { brandId: input.brandId });
  if (brand === undefined) throw new Error(`No brand ${input.brandId} to take a purchase history in for`);
  const shelf: Shelf = { brand, source: input.source, known: new Map() };
  let summary = summarize([]);
  for await (const chunk of chunkInvoices(input.rows)) {
    summary = addSummaries(summary, await takeChunk(deps, shelf, chunk));
    input.onProgress?.(summary);
  }
  return summary;
}

/** `known` are products of committed chunks, by code; a shop has some thousands. */
type Shelf = { readonly brand: Brand; readonly source: HistoryOrigin; readonly known: Map<string, ProductId> };

async function takeChunk(deps: Deps, shelf: Shelf, chunk: readonly InvoiceRows[]): Promise<HistorySummary> {
  for (let attempt = 1; ; attempt++) {
    try {
      const taken = await transact(deps.db, (tx) => writeChunk(deps, { tx, shelf }, chunk));
      deps.faults.reach("import.after_commit");
      for (const [code, productId] of taken.products) shelf.known.set(code, productId);
      return summarize(taken.plans.flatMap((plan) => plan.fates));
    } catch (error) {
      if (attempt >= ATTEMPTS || !isDuplicate(error)) throw error;
    }
  }
}

type Taken = { readonly plans: readonly InvoicePlan[]; readonly products: ReadonlyMap<string, ProductId> };

async function writeChunk(deps: Deps, at: { readonly tx: Tx; readonly shelf: Shelf }, chunk: readonly InvoiceRows[]): Promise<Taken> {
  const { tx, shelf } = at;
  const origin = { brandId: shelf.brand.brandId, source: shelf.source };
  const stored = await findStoredInvoices(tx, { ...origin, invoices: chunk.map(({ invoice }) => invoice) });
  const plans = chunk.map((rows) => planInvoice(rows, stored.get(rows.invoice)));
  const products = await ensureProducts(deps, at, plans);
  const productOf = (code: string): ProductId => shelf.known.get(code) ?? (products.get(code) as ProductId);
  const events = await writeEvents(deps, at, { plans, stored, productOf });
  const rows = plans.flatMap((plan) => recordsOf(plan, { eventId: events.get(plan.invoice) ?? null, productOf }));
  await insertHistoryRows(tx, { ...origin, now: deps.clock.now() }, rows);
  deps.faults.reach("import.before_commit");
  return { plans, products };
}

async function writeEvents(
  deps: Deps,
  { tx, shelf }: { readonly tx: Tx; readonly shelf: Shelf },
  known: {
    readonly plans: readonly InvoicePlan[];
    readonly stored: ReadonlyMap<string, StoredInvoice>;
    readonly productOf: (code: string) => ProductId;
  },
): Promise<ReadonlyMap<string, EventId>> {
  const shop = { ...shelf.brand, source: shelf.source };
  const told = known.plans.flatMap((plan) => {
    const event = invoiceEvent(shop, plan, { stored: known.stored.get(plan.invoice), productOf: known.productOf });
    return event === undefined ? [] : [{ invoice: plan.invoice, event }];
  });
  const ids = await recordEvents(
    tx,
    deps,
    told.map(({ event }) => event),
  );
  return new Map(told.map(({ invoice }, index) => [invoice, ids[index] as EventId]));
}

/**
 * Finds or creates the product of every code that counts: the product an earlier import made of the code, else
 * the catalogue's product with that SKU, else a new one that is not for sale, named by the first row with the code.
 */
async function ensureProducts(
  deps: Deps,
  { tx, shelf }: { readonly tx: Tx; readonly shelf: Shelf },
  plans: readonly InvoicePlan[],
): Promise<ReadonlyMap<string, ProductId>> {
  const titles = new Map<string, string>();
  for (const { line } of plans.flatMap(countedLines)) {
    if (!shelf.known.has(line.code) && !titles.get(line.code)) titles.set(line.code, line.description);
  }
  const wanted = [...titles].map(([code, title]) => ({ code, title: title === "" ? code : title, handle: historyHandle(code) }));
  const { brandId } = shelf.brand;
  const found = await findProductIds(tx, { brandId, handles: wanted.map(({ handle }) => handle) });
  const unknown = wanted.filter(({ handle }) => !found.has(handle));
  const bySku = await findProductIdsBySku(tx, { brandId, skus: unknown.map(({ code }) => code) });
  const missing = unknown
    .filter(({ code }) => !bySku.has(code))
    .map((product) => ({ ...product, productId: deps.ids.next("prd") as ProductId }));
  await insertHistoryProducts(tx, { brandId, now: deps.clock.now() }, missing);
  const created = new Map(missing.map(({ code, productId }) => [code, productId]));
  return new Map(wanted.map(({ code, handle }) => [code, found.get(handle) ?? bySku.get(code) ?? (created.get(code) as ProductId)]));
}

function recordsOf(
  plan: InvoicePlan,
  known: { readonly eventId: EventId | null; readonly productOf: (code: string) => ProductId },
): readonly HistoryRowRecord[] {
  return plan.fresh.map(({ ordinal, digest, understood }) => ({
    invoice: plan.invoice,
    ordinal,
    digest,
    kind: understood.kind,
    productId: "line" in understood ? known.productOf(understood.line.code) : null,
    eventId: "line" in understood ? known.eventId : null,
  }));
}
