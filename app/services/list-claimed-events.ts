import type { Consumer } from "~/domain/events/consumers";
import type { DomainEvent } from "~/domain/events/event";
import type { BatchId } from "~/domain/kernel/branded";
import { listBatchEvents } from "~db/queries/outbox";
import type { Deps } from "./deps";

/** The events held under a batch's lease; none when the lease has passed on. Errors: CorruptEventError. */
export function listClaimedEvents(
  deps: Deps,
  input: { readonly consumer: Consumer; readonly batchId: BatchId },
): Promise<readonly DomainEvent[]> {
  return listBatchEvents(deps.db.query, input);
}
