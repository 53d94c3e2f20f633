import type { Consumer } from "~/domain/events/consumers";
import type { BatchId } from "~/domain/kernel/branded";
import { buryCrashing, claimBatch, countLeasedBatches } from "~db/queries/outbox";
import type { Deps } from "./deps";

type Claim = { readonly consumer: Consumer; readonly batchSize: number; readonly batchesAhead: number; readonly retriesFirst?: boolean };

/**
 * Claims the next due events of a consumer under a lease of their own. `null` when nothing is due, or when
 * `batchesAhead` batches are on their way already: what no worker can take yet stays in the outbox.
 */
export async function claimEvents(deps: Deps, input: Claim): Promise<{ readonly batchId: BatchId; readonly events: number } | null> {
  const now = deps.clock.now();
  await buryCrashing(deps.db.query, { consumer: input.consumer, now });
  const ahead = await countLeasedBatches(deps.db.query, { consumer: input.consumer, now });
  if (ahead >= input.batchesAhead) return null;
  const batchId = deps.ids.next("bat") as BatchId;
  const events = await claimBatch(deps.db.query, {
    consumer: input.consumer,
    batchId,
    limit: input.batchSize,
    now,
    retriesFirst: input.retriesFirst ?? false,
  });
  if (events === 0) return null;
  deps.faults.reach("relay.claimed");
  return { batchId, events };
}
