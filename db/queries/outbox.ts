import { sql } from "kysely";
import type { Consumer } from "~/domain/events/consumers";
import { ALONE_AFTER, CRASHED_AFTER, judgeFailure, LEASE_MS, type Verdict } from "~/domain/events/delivery";
import type { DomainEvent } from "~/domain/events/event";
import type { BatchId, EventId, Instant } from "~/domain/kernel/branded";
import { dialectOf } from "../dialects/dialect";
import { readStoredEvent } from "../event-payloads";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

type Claim = {
  readonly consumer: Consumer;
  readonly batchId: BatchId;
  readonly limit: number;
  readonly now: Instant;
  /** Rows that failed before go first; without it they wait until no fresh row is due. */
  readonly retriesFirst?: boolean;
};

const FRESH = sql<boolean>`attempts < ${sql.lit(ALONE_AFTER)}`;
const RETRIED = sql<boolean>`attempts >= ${sql.lit(ALONE_AFTER)}`;

/**
 * Puts up to `limit` due rows under a lease in the name of `batchId`; rows that failed before come one at a
 * time. Rows whose lease ran out are due again. Returns how many were claimed; two claimers never get the same row.
 */
export async function claimBatch(q: Queryable, claim: Claim): Promise<number> {
  const alone = { ...claim, limit: 1 };
  const [first, second] = claim.retriesFirst
    ? ([() => claimWhere(q, alone, RETRIED), () => claimWhere(q, claim, FRESH)] as const)
    : ([() => claimWhere(q, claim, FRESH), () => claimWhere(q, alone, RETRIED)] as const);
  return (await first()) || (await second());
}

/**
 * One statement, so no transaction: PostgreSQL would refuse `skip locked` claims as conflicts under serializable.
 * Materialized, because a plan that ran the inner select again would lease more than the limit.
 */
async function claimWhere(q: Queryable, claim: Claim, condition: typeof FRESH): Promise<number> {
  const skipLocked = dialectOf(q) === "postgres" ? sql`for update skip locked` : sql``;
  const due = sql`((state = 'waiting' and available_at <= ${claim.now}) or (state = 'leased' and lease_until <= ${claim.now}))`;
  const rows = await sql<{ event_id: string }>`
    with due as materialized (
      select event_id from outbox where consumer = ${claim.consumer} and ${due} and ${condition}
      order by recorded_at, event_id limit ${claim.limit} ${skipLocked})
    update outbox set state = 'leased', batch_id = ${claim.batchId}, lease_until = ${claim.now + LEASE_MS}, attempts = attempts + 1
    where consumer = ${claim.consumer} and event_id in (select event_id from due)
    returning event_id`.execute(q);
  return rows.rows.length;
}

/** Sets aside rows whose worker ended without a word again and again: they are what ends it. Returns how many. */
export async function buryCrashing(q: Queryable, input: { readonly consumer: Consumer; readonly now: Instant }): Promise<number> {
  const rows = await q
    .updateTable("outbox")
    .set({ state: "dead", batch_id: null, lease_until: null, last_error: "Its worker ended without a word each time it was tried." })
    .where("consumer", "=", input.consumer)
    .where("state", "=", "leased")
    .where("lease_until", "<=", input.now)
    .where("attempts", ">=", CRASHED_AFTER)
    .returning("event_id")
    .execute();
  return rows.length;
}

/** How many leased batches of a consumer are on their way; the relay claims no more than it can keep busy. */
export async function countLeasedBatches(q: Queryable, input: { readonly consumer: Consumer; readonly now: Instant }): Promise<number> {
  const row = await q
    .selectFrom("outbox")
    .select((eb) => eb.fn.count<number>("batch_id").distinct().as("batches"))
    .where("consumer", "=", input.consumer)
    .where("state", "=", "leased")
    .where("lease_until", ">", input.now)
    .executeTakeFirstOrThrow();
  return Number(row.batches);
}

/** The events still held under the batch's name; none when the lease passed to another. Errors: CorruptEventError. */
export async function listBatchEvents(
  q: Queryable,
  batch: { readonly consumer: Consumer; readonly batchId: BatchId },
): Promise<readonly DomainEvent[]> {
  const rows = await q
    .selectFrom("outbox")
    .innerJoin("events", "events.id", "outbox.event_id")
    .selectAll("events")
    .where("outbox.batch_id", "=", batch.batchId)
    .where("outbox.consumer", "=", batch.consumer)
    .where("outbox.state", "=", "leased")
    .orderBy("events.recorded_at")
    .orderBy("events.id")
    .execute();
  return rows.map(readStoredEvent);
}

/**
 * Takes rows of the batch out of the outbox: their effect stands with this transaction. Returns the events that
 * were still held under the batch's name; the others' lease has passed on.
 */
export async function takeFromOutbox(
  tx: Tx,
  batch: { readonly consumer: Consumer; readonly batchId: BatchId; readonly eventIds: readonly EventId[] },
): Promise<ReadonlySet<EventId>> {
  if (batch.eventIds.length === 0) return new Set();
  const rows = await tx
    .deleteFrom("outbox")
    .where("consumer", "=", batch.consumer)
    .where("batch_id", "=", batch.batchId)
    .where("state", "=", "leased")
    .where("event_id", "in", [...batch.eventIds])
    .returning("event_id")
    .execute();
  return new Set(rows.map((row) => row.event_id as EventId));
}

/** Prolongs the lease of a batch that is still being worked on. */
export async function renewLease(q: Queryable, input: { readonly batchId: BatchId; readonly now: Instant }): Promise<void> {
  await q
    .updateTable("outbox")
    .set({ lease_until: input.now + LEASE_MS })
    .where("batch_id", "=", input.batchId)
    .where("state", "=", "leased")
    .execute();
}

/** Gives a claimed batch back untried, e.g. because the queue did not take it. */
export async function releaseBatch(q: Queryable, input: { readonly batchId: BatchId; readonly now: Instant }): Promise<void> {
  await q
    .updateTable("outbox")
    .set({ state: "waiting", batch_id: null, lease_until: null, available_at: input.now, attempts: sql<number>`attempts - 1` })
    .where("batch_id", "=", input.batchId)
    .where("state", "=", "leased")
    .execute();
}

type Failure = { readonly batchId: BatchId; readonly error: string; readonly unrecoverable: boolean; readonly now: Instant };

/** An event that a consumer will not hear of until it is replayed, by what it is about. */
export type SetAside = { readonly consumer: Consumer; readonly subjectId: string };

/** Writes down that the batch failed for good under this claim; each row waits again or is set aside as dead. Returns the latter. */
export async function failBatch(tx: Tx, failure: Failure): Promise<readonly SetAside[]> {
  const rows = await tx
    .selectFrom("outbox")
    .innerJoin("events", "events.id", "outbox.event_id")
    .select(["outbox.consumer", "outbox.event_id", "outbox.attempts", "events.subject_id"])
    .where("outbox.batch_id", "=", failure.batchId)
    .where("outbox.state", "=", "leased")
    .execute();
  const verdicts = rows.map((row) => ({
    row,
    verdict: judgeFailure({ attempts: row.attempts, batchSize: rows.length, unrecoverable: failure.unrecoverable, now: failure.now }),
  }));
  for (const { row, verdict } of verdicts) {
    await tx
      .updateTable("outbox")
      .set({ ...verdictColumns(verdict), batch_id: null, lease_until: null, last_error: failure.error.slice(0, 500) })
      .where("consumer", "=", row.consumer)
      .where("event_id", "=", row.event_id)
      .execute();
  }
  return verdicts
    .filter(({ verdict }) => verdict.state === "dead")
    .map(({ row }) => ({ consumer: row.consumer as Consumer, subjectId: row.subject_id }));
}

function verdictColumns(verdict: Verdict): { state: string; available_at?: number; attempts?: number } {
  if (verdict.state === "dead") return { state: "dead" };
  return { state: "waiting", available_at: verdict.availableAt, attempts: verdict.attempts };
}

/**
 * Rows of a consumer recorded up to `recordedUpTo` that are due or being worked on; without those set aside and
 * those that wait after a failure.
 */
export async function countOutstanding(
  q: Queryable,
  input: { readonly consumer: Consumer; readonly recordedUpTo: Instant; readonly now: Instant },
): Promise<number> {
  const row = await q
    .selectFrom("outbox")
    .select((eb) => eb.fn.countAll<number>().as("rows"))
    .where("consumer", "=", input.consumer)
    .where("recorded_at", "<=", input.recordedUpTo)
    .where((eb) => eb.or([eb("state", "=", "leased"), eb.and([eb("state", "=", "waiting"), eb("available_at", "<=", input.now)])]))
    .executeTakeFirstOrThrow();
  return Number(row.rows);
}
