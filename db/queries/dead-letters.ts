import { sql } from "kysely";
import { CONSUMERS, type Consumer } from "~/domain/events/consumers";
import type { EventId, Instant } from "~/domain/kernel/branded";
import type { Queryable } from "../open";

export type DeadLetter = {
  readonly consumer: Consumer;
  readonly eventId: EventId;
  readonly type: string;
  readonly brandSlug: string | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly recordedAt: Instant;
};

/** Events set aside after repeated failure, oldest first, at most 200. */
export async function listDeadLetters(q: Queryable): Promise<readonly DeadLetter[]> {
  const rows = await q
    .selectFrom("outbox")
    .innerJoin("events", "events.id", "outbox.event_id")
    .leftJoin("brands", "brands.id", "outbox.brand_id")
    .select([
      "outbox.consumer",
      "outbox.event_id",
      "events.type",
      "brands.slug",
      "outbox.attempts",
      "outbox.last_error",
      "outbox.recorded_at",
    ])
    .where("outbox.state", "=", "dead")
    .orderBy("outbox.recorded_at")
    .limit(200)
    .execute();
  return rows.map((row) => ({
    consumer: row.consumer as Consumer,
    eventId: row.event_id as EventId,
    type: row.type,
    brandSlug: row.slug,
    attempts: row.attempts,
    lastError: row.last_error,
    recordedAt: row.recorded_at as Instant,
  }));
}

/** Lets a dead letter be tried again from the start; false when it is not (or no longer) one. */
export async function reviveDeadLetter(
  q: Queryable,
  input: { readonly consumer: Consumer; readonly eventId: EventId; readonly now: Instant },
): Promise<boolean> {
  const row = await q
    .updateTable("outbox")
    .set({ state: "waiting", attempts: 0, available_at: input.now, last_error: null })
    .where("consumer", "=", input.consumer)
    .where("event_id", "=", input.eventId)
    .where("state", "=", "dead")
    .returning("event_id")
    .executeTakeFirst();
  return row !== undefined;
}

export type ConsumerState = {
  readonly consumer: Consumer;
  readonly waiting: number;
  readonly leased: number;
  readonly dead: number;
  /** When the oldest event still on its way was recorded. */
  readonly oldest: Instant | null;
};

/** What each consumer has still to take in; consumers with nothing to do are listed too. */
export async function listConsumerStates(q: Queryable): Promise<readonly ConsumerState[]> {
  const rows = await q
    .selectFrom("outbox")
    .select((eb) => ["consumer", "state", eb.fn.countAll<number>().as("rows"), sql<number | null>`min(recorded_at)`.as("oldest")])
    .groupBy(["consumer", "state"])
    .execute();
  const consumers = [...new Set(Object.values(CONSUMERS).flat())].sort();
  return consumers.map((consumer) => {
    const inState = (state: string) => rows.find((row) => row.consumer === consumer && row.state === state);
    const moving = [inState("waiting")?.oldest, inState("leased")?.oldest].filter((at): at is number => typeof at === "number");
    return {
      consumer,
      waiting: Number(inState("waiting")?.rows ?? 0),
      leased: Number(inState("leased")?.rows ?? 0),
      dead: Number(inState("dead")?.rows ?? 0),
      oldest: moving.length === 0 ? null : (Math.min(...moving) as Instant),
    };
  });
}
