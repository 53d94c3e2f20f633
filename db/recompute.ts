import type { BrandId } from "~/domain/kernel/branded";
import { addCreditsInto, type CreditDelta, type CreditTotals, commissionDeltas, touchDeltas } from "~/domain/reporting/fold-credits";
import { addInto, type SalesDelta, type SalesSums, salesDeltas } from "~/domain/reporting/fold-sales";
import type { Queryable } from "./open";
import { listBrandTouches } from "./queries/folded-touches";
import { listProcessedBatches, listProcessedEvents } from "./queries/processed";

/** Events read at a time: bounded memory, and the connection is free for others between pages. */
const PAGE = 500;

/** Batches after one number, up to and including another. */
export type BatchRange = { readonly afterBatch: number; readonly throughBatch: number };

type Range = {
  readonly brandId: BrandId;
  /** Batches of the brand's own events. */
  readonly own: BatchRange;
  /** Batches of events that belong to no brand: touches. */
  readonly shared: BatchRange;
};

/** Sums of a brand's figures, one row per key. */
export type Recomputed = { readonly sales: readonly SalesDelta[]; readonly credits: readonly CreditDelta[] };

/** The sums of all events folded for a brand in a range of batches, computed anew from the logs. */
export async function recompute(q: Queryable, range: Range): Promise<Recomputed> {
  const sales: SalesSums = new Map();
  const credits: CreditTotals = new Map();
  await eachPage(
    (afterEvent) => listProcessedEvents(q, { consumer: "projections.fold", brandId: range.brandId, ...range.own, afterEvent, limit: PAGE }),
    async (events) => {
      for (const event of events) {
        addInto(sales, salesDeltas(event));
        addCreditsInto(credits, commissionDeltas(event));
      }
    },
  );
  await eachPage(
    (afterEvent) => listProcessedBatches(q, { ...range.shared, afterEvent, limit: PAGE }),
    async (batches) => {
      const touches = await listBrandTouches(q, { brandId: range.brandId, batchIds: batches.map((batch) => batch.batchId) });
      addCreditsInto(credits, touchDeltas(touches));
    },
  );
  return { sales: [...sales.values()], credits: [...credits.values()] };
}

async function eachPage<Row extends { readonly id: string }>(
  read: (afterEvent: string) => Promise<readonly Row[]>,
  take: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  let afterEvent = "";
  for (;;) {
    const rows = await read(afterEvent);
    await take(rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    afterEvent = last.id;
  }
}
