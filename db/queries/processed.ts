import type { Consumer } from "~/domain/events/consumers";
import type { DomainEvent } from "~/domain/events/event";
import type { BrandId, EventId, Instant } from "~/domain/kernel/branded";
import { readStoredEvent } from "../event-payloads";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

const ROWS_PER_STATEMENT = 1_000;

type Mark = {
  readonly consumer: Consumer;
  readonly brandId: BrandId | null;
  readonly eventIds: readonly EventId[];
  readonly batchNo: number;
  readonly now: Instant;
};

/**
 * Marks events as taken in by a consumer, in the transaction of their effect. Returns those that were not
 * marked before: only their effect may be applied.
 */
export async function markProcessed(tx: Tx, mark: Mark): Promise<ReadonlySet<EventId>> {
  const fresh = new Set<EventId>();
  for (let at = 0; at < mark.eventIds.length; at += ROWS_PER_STATEMENT) {
    const rows = await tx
      .insertInto("processed")
      .values(mark.eventIds.slice(at, at + ROWS_PER_STATEMENT).map((eventId) => markRow(mark, eventId)))
      .onConflict((oc) => oc.columns(["consumer", "event_id"]).doNothing())
      .returning("event_id")
      .execute();
    for (const row of rows) fresh.add(row.event_id as EventId);
  }
  return fresh;
}

function markRow(mark: Mark, eventId: EventId) {
  return { consumer: mark.consumer, event_id: eventId, brand_id: mark.brandId ?? "", batch_no: mark.batchNo, processed_at: mark.now };
}

type Page = {
  readonly consumer: Consumer;
  readonly brandId: BrandId;
  /** Batches after this number, up to and including `throughBatch`. */
  readonly afterBatch: number;
  readonly throughBatch: number;
  readonly afterEvent: string;
  readonly limit: number;
};

/** Events a consumer took in for a brand within a range of batches, a page at a time by event id. */
export async function listProcessedEvents(q: Queryable, page: Page): Promise<readonly DomainEvent[]> {
  const rows = await q
    .selectFrom("processed")
    .innerJoin("events", "events.id", "processed.event_id")
    .selectAll("events")
    .where("processed.consumer", "=", page.consumer)
    .where("processed.brand_id", "=", page.brandId)
    .where("processed.batch_no", ">", page.afterBatch)
    .where("processed.batch_no", "<=", page.throughBatch)
    .where("processed.event_id", ">", page.afterEvent)
    .orderBy("processed.event_id")
    .limit(page.limit)
    .execute();
  return rows.map(readStoredEvent);
}

type Between = {
  readonly consumer: Consumer;
  readonly brandId: BrandId;
  readonly from: Instant;
  readonly to: Instant;
  readonly after: { readonly occurredAt: Instant; readonly id: string } | null;
  readonly limit: number;
};

/** Events a consumer took in for a brand that happened in [from, to), a page at a time by time and id. */
export async function listProcessedBetween(q: Queryable, page: Between): Promise<readonly DomainEvent[]> {
  const { after } = page;
  let query = q
    .selectFrom("events")
    .innerJoin("processed", "processed.event_id", "events.id")
    .selectAll("events")
    .where("processed.consumer", "=", page.consumer)
    .where("events.brand_id", "=", page.brandId)
    .where("events.occurred_at", ">=", page.from)
    .where("events.occurred_at", "<", page.to);
  if (after !== null) {
    query = query.where((eb) =>
      eb.or([
        eb("events.occurred_at", ">", after.occurredAt),
        eb.and([eb("events.occurred_at", "=", after.occurredAt), eb("events.id", ">", after.id)]),
      ]),
    );
  }
  const rows = await query.orderBy("events.occurred_at").orderBy("events.id").limit(page.limit).execute();
  return rows.map(readStoredEvent);
}
