import type { BatchId } from "~/domain/kernel/branded";
import { renewLease } from "~db/queries/outbox";
import type { Deps } from "./deps";

/** Keeps a batch that is still being worked on from being claimed by another worker. */
export function renewClaim(deps: Deps, input: { readonly batchId: BatchId }): Promise<void> {
  return renewLease(deps.db.query, { batchId: input.batchId, now: deps.clock.now() });
}
