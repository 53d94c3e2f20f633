import type { Consumer } from "~/domain/events/consumers";
import type { DomainEvent } from "~/domain/events/event";
import type { BatchId } from "~/domain/kernel/branded";
import { takeFromOutbox } from "~db/queries/outbox";
import { markProcessed } from "~db/queries/processed";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

type Settled = { readonly consumer: Consumer; readonly batchId: BatchId; readonly event: DomainEvent };

/** Ends the delivery of one event to a consumer whose own state already says that its effect stands. */
export function settleEvent(deps: Deps, input: Settled): Promise<void> {
  return transact(deps.db, async (tx) => {
    const { id, brandId } = input.event;
    await markProcessed(tx, { consumer: input.consumer, brandId, eventIds: [id], batchNo: 0, now: deps.clock.now() });
    await takeFromOutbox(tx, { consumer: input.consumer, batchId: input.batchId, eventIds: [id] });
  });
}
