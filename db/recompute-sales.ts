import type { BrandId } from "~/domain/kernel/branded";
import { addInto, type SalesDelta, type SalesSums, salesDeltas } from "~/domain/reporting/fold-sales";
import type { Queryable } from "./open";
import { listProcessedEvents } from "./queries/processed";

/** Events read at a time: bounded memory, and the connection is free for others between pages. */
const PAGE = 500;

type Range = { readonly brandId: BrandId; readonly afterBatch: number; readonly throughBatch: number };

/** The sums of all events folded for a brand in a range of batches, computed anew from the event log. */
export async function recomputeSales(q: Queryable, range: Range): Promise<readonly SalesDelta[]> {
  const sums: SalesSums = new Map();
  let afterEvent = "";
  for (;;) {
    const events = await listProcessedEvents(q, { consumer: "projections.fold", ...range, afterEvent, limit: PAGE });
    for (const event of events) addInto(sums, salesDeltas(event));
    const last = events.at(-1);
    if (last === undefined || events.length < PAGE) return [...sums.values()];
    afterEvent = last.id;
  }
}
