import { CONSUMERS } from "~/domain/events/consumers";
import type { NewEvent } from "~/domain/events/event";
import type { EventId, Instant } from "~/domain/kernel/branded";
import type { Clock } from "~/ports/clock";
import type { Ids } from "~/ports/ids";
import { noteEventStamp, type Tx } from "../transaction";

/** Rows per statement: SQLite and PostgreSQL both take 32 766 parameters, an event row has seven. */
const ROWS_PER_STATEMENT = 1_000;

/**
 * Appends events to the business log and, for each consumer of their type, a row of the outbox, in the
 * caller's transaction: what was done and what must follow stand or fall together. Returns the new ids in order.
 */
export async function recordEvents(
  tx: Tx,
  by: { readonly clock: Clock; readonly ids: Ids },
  events: readonly NewEvent[],
): Promise<readonly EventId[]> {
  noteEventStamp(tx);
  const recordedAt = by.clock.now();
  const ids = events.map(() => by.ids.next("evt") as EventId);
  for (let from = 0; from < events.length; from += ROWS_PER_STATEMENT) {
    const slice = events.slice(from, from + ROWS_PER_STATEMENT).map((event, at) => ({ event, id: ids[from + at] as EventId }));
    await tx
      .insertInto("events")
      .values(slice.map(({ event, id }) => eventRow(event, id, recordedAt)))
      .execute();
    const outbox = slice.flatMap(({ event, id }) => outboxRows(event, id, recordedAt));
    if (outbox.length > 0) await tx.insertInto("outbox").values(outbox).execute();
  }
  return ids;
}

function eventRow(event: NewEvent, id: EventId, recordedAt: Instant) {
  return {
    id,
    brand_id: event.brandId,
    type: event.type,
    subject_id: event.subjectId,
    occurred_at: event.occurredAt,
    recorded_at: recordedAt,
    payload: JSON.stringify(event.payload),
  };
}

function outboxRows(event: NewEvent, id: EventId, recordedAt: Instant) {
  return CONSUMERS[event.type].map((consumer) => ({
    consumer,
    event_id: id,
    brand_id: event.brandId,
    recorded_at: recordedAt,
    state: "waiting",
    available_at: recordedAt,
    batch_id: null,
    lease_until: null,
    last_error: null,
  }));
}
