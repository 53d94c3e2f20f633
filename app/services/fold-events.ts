import { setImmediate as nextTurn } from "node:timers/promises";
import type { DomainEvent } from "~/domain/events/event";
import type { BatchId, BrandId } from "~/domain/kernel/branded";
import { mergeDeltas, type SalesDelta, salesDeltas } from "~/domain/reporting/fold-sales";
import { listBatchEvents, takeFromOutbox } from "~db/queries/outbox";
import { markProcessed } from "~db/queries/processed";
import { takeNextVersion } from "~db/queries/projection-versions";
import { addSalesDeltas } from "~db/queries/sales-rollups";
import { type Tx, transact } from "~db/transaction";
import type { Deps } from "./deps";

const CONSUMER = "projections.fold";

/** Rollup changes a transaction may carry: some twenty milliseconds on SQLite, whose other writers wait meanwhile. */
const CHANGES_PER_TRANSACTION = 1_500;

/** An event with what it adds, worked out before any transaction begins. */
type Change = { readonly event: DomainEvent; readonly deltas: readonly SalesDelta[] };

/**
 * Adds a leased batch of events to the projections, exactly once each: the end of the lease, the marks and the
 * sums stand or fall in one transaction per slice of the batch. A batch whose lease has passed on does nothing.
 * Returns the events added. Errors: CorruptEventError when an event cannot be read.
 */
export async function foldEvents(deps: Deps, input: { readonly batchId: BatchId }): Promise<{ readonly folded: number }> {
  const events = await listBatchEvents(deps.db.query, { consumer: CONSUMER, batchId: input.batchId });
  deps.faults.reach("fold.read");
  let folded = 0;
  for (const slice of slices(events.map((event) => ({ event, deltas: salesDeltas(event) })))) {
    folded += await foldSlice(deps, { batchId: input.batchId, slice });
    await nextTurn();
  }
  return { folded };
}

function slices(changes: readonly Change[]): readonly (readonly Change[])[] {
  const cut: Change[][] = [];
  let room = 0;
  for (const change of changes) {
    if (room < change.deltas.length || cut.length === 0) {
      cut.push([]);
      room = CHANGES_PER_TRANSACTION;
    }
    cut.at(-1)?.push(change);
    room -= change.deltas.length;
  }
  return cut;
}

async function foldSlice(deps: Deps, input: { readonly batchId: BatchId; readonly slice: readonly Change[] }): Promise<number> {
  const folded = await transact(deps.db, async (tx) => {
    const eventIds = input.slice.map(({ event }) => event.id);
    const held = await takeFromOutbox(tx, { consumer: CONSUMER, batchId: input.batchId, eventIds });
    let count = 0;
    for (const [brandId, changes] of byBrand(input.slice.filter(({ event }) => held.has(event.id)))) {
      count += await foldBrand(deps, tx, { brandId, changes });
    }
    deps.faults.reach("fold.before_commit");
    return count;
  });
  deps.faults.reach("fold.after_commit");
  return folded;
}

/** Brands in the order of their ids: two workers with the same brands never wait for each other in a circle. */
function byBrand(changes: readonly Change[]): readonly [BrandId, readonly Change[]][] {
  const groups = new Map<BrandId, Change[]>();
  for (const change of changes) {
    const { brandId } = change.event;
    if (brandId === null) continue;
    const group = groups.get(brandId);
    if (group === undefined) groups.set(brandId, [change]);
    else group.push(change);
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1));
}

async function foldBrand(deps: Deps, tx: Tx, input: { readonly brandId: BrandId; readonly changes: readonly Change[] }): Promise<number> {
  const now = deps.clock.now();
  const batchNo = await takeNextVersion(tx, { brandId: input.brandId, now });
  const eventIds = input.changes.map(({ event }) => event.id);
  const fresh = await markProcessed(tx, { consumer: CONSUMER, brandId: input.brandId, eventIds, batchNo, now });
  const deltas = input.changes.filter(({ event }) => fresh.has(event.id)).flatMap((change) => change.deltas);
  await addSalesDeltas(tx, mergeDeltas(deltas));
  return fresh.size;
}
