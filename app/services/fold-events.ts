import { setImmediate as nextTurn } from "node:timers/promises";
import type { DomainEvent } from "~/domain/events/event";
import type { BatchId, BrandId, InteractionBatchId } from "~/domain/kernel/branded";
import { type CreditDelta, commissionDeltas, type FoldedTouch, mergeCredits, touchDeltas } from "~/domain/reporting/fold-credits";
import { mergeDeltas, type SalesDelta, salesDeltas } from "~/domain/reporting/fold-sales";
import { addCreditDeltas } from "~db/queries/credit-rollups";
import { listTouchesByBatch } from "~db/queries/folded-touches";
import { listBatchEvents, takeFromOutbox } from "~db/queries/outbox";
import { markProcessed } from "~db/queries/processed";
import { SHARED, takeNextVersion } from "~db/queries/projection-versions";
import { addSalesDeltas } from "~db/queries/sales-rollups";
import { type Tx, transact } from "~db/transaction";
import type { Deps } from "./deps";

const CONSUMER = "projections.fold";

/** Rollup changes a transaction may carry: some twenty milliseconds on SQLite, whose other writers wait meanwhile. */
const CHANGES_PER_TRANSACTION = 1_500;

/** An event with what it adds, worked out before any transaction begins. */
type Change = { readonly event: DomainEvent; readonly sales: readonly SalesDelta[]; readonly credits: readonly CreditDelta[] };

/**
 * Adds a leased batch of events to the projections, exactly once each: the end of the lease, the marks and the
 * sums stand or fall in one transaction per slice of the batch. A batch whose lease has passed on does nothing.
 * Returns the events added. Errors: CorruptEventError when an event cannot be read.
 */
export async function foldEvents(deps: Deps, input: { readonly batchId: BatchId }): Promise<{ readonly folded: number }> {
  const events = await listBatchEvents(deps.db.query, { consumer: CONSUMER, batchId: input.batchId });
  // Touches are only ever added, together with their event: what is read now is what the event tells of.
  const touches = await listTouchesByBatch(deps.db.query, events.flatMap(interactionBatch));
  deps.faults.reach("fold.read");
  let folded = 0;
  for (const slice of slices(events.map((event) => changeOf(event, touches)))) {
    folded += await foldSlice(deps, { batchId: input.batchId, slice });
    await nextTurn();
  }
  return { folded };
}

function interactionBatch(event: DomainEvent): readonly InteractionBatchId[] {
  return event.type === "interactions.recorded" ? [event.payload.batchId] : [];
}

function changeOf(event: DomainEvent, touches: ReadonlyMap<InteractionBatchId, readonly FoldedTouch[]>): Change {
  const own = interactionBatch(event).flatMap((batch) => touches.get(batch) ?? []);
  return { event, sales: salesDeltas(event), credits: [...commissionDeltas(event), ...touchDeltas(own)] };
}

function slices(changes: readonly Change[]): readonly (readonly Change[])[] {
  const cut: Change[][] = [];
  let room = 0;
  for (const change of changes) {
    const size = change.sales.length + change.credits.length;
    if (room < size || cut.length === 0) {
      cut.push([]);
      room = CHANGES_PER_TRANSACTION;
    }
    cut.at(-1)?.push(change);
    room -= size;
  }
  return cut;
}

async function foldSlice(deps: Deps, input: { readonly batchId: BatchId; readonly slice: readonly Change[] }): Promise<number> {
  const folded = await transact(deps.db, async (tx) => {
    const eventIds = input.slice.map(({ event }) => event.id);
    const held = await takeFromOutbox(tx, { consumer: CONSUMER, batchId: input.batchId, eventIds });
    const changes = input.slice.filter(({ event }) => held.has(event.id));
    const versions = await takeVersions(deps, tx, changes);
    const fresh = await mark(deps, tx, { changes, versions });
    await addSalesDeltas(tx, mergeDeltas(fresh.flatMap((change) => change.sales)));
    await addCreditDeltas(tx, mergeCredits(fresh.flatMap((change) => change.credits)));
    deps.faults.reach("fold.before_commit");
    return fresh.length;
  });
  deps.faults.reach("fold.after_commit");
  return folded;
}

/**
 * The next version of every brand whose figures these changes touch, and of the shared row when an event belongs
 * to no brand. In the order of their ids: two workers with the same brands never wait for each other in a circle.
 */
async function takeVersions(deps: Deps, tx: Tx, changes: readonly Change[]): Promise<ReadonlyMap<BrandId, number>> {
  const brandIds = new Set(changes.flatMap(({ event, credits }) => [ownerOf(event), ...credits.map((delta) => delta.brandId)]));
  const versions = new Map<BrandId, number>();
  for (const brandId of [...brandIds].sort()) {
    versions.set(brandId, await takeNextVersion(tx, { brandId, now: deps.clock.now() }));
  }
  return versions;
}

function ownerOf(event: DomainEvent): BrandId {
  return event.brandId ?? SHARED;
}

/** Marks each event under its own brand, once; returns the changes whose events were not marked before. */
async function mark(
  deps: Deps,
  tx: Tx,
  input: { readonly changes: readonly Change[]; readonly versions: ReadonlyMap<BrandId, number> },
): Promise<readonly Change[]> {
  const fresh: Change[] = [];
  for (const [brandId, batchNo] of input.versions) {
    const own = input.changes.filter(({ event }) => ownerOf(event) === brandId);
    if (own.length === 0) continue;
    const eventIds = own.map(({ event }) => event.id);
    const marked = await markProcessed(tx, { consumer: CONSUMER, brandId, eventIds, batchNo, now: deps.clock.now() });
    fresh.push(...own.filter(({ event }) => marked.has(event.id)));
  }
  return fresh;
}
