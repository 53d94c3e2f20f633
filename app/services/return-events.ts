import type { BatchId } from "~/domain/kernel/branded";
import { releaseBatch } from "~db/queries/outbox";
import type { Deps } from "./deps";

/** Gives claimed events back untried because the queue did not take their job. */
export async function returnEvents(deps: Deps, input: { readonly batchId: BatchId }): Promise<void> {
  await releaseBatch(deps.db.query, { batchId: input.batchId, now: deps.clock.now() });
}
