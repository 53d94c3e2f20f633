import type { Instant } from "~/domain/kernel/branded";
import { toIso } from "~/domain/kernel/instant";
import type { Queryable } from "../open";

export type Purged = Readonly<
  Record<"sessions" | "verifications" | "rateLimits" | "idempotencyKeys" | "scheduleRuns" | "processes", number>
>;

type Before = {
  readonly expired: Instant;
  readonly rateLimits: Instant;
  readonly idempotencyKeys: Instant;
  readonly scheduleRuns: Instant;
  readonly processes: Instant;
};

/** Removes what has had its time: each kind of row older than its instant. Returns how many of each went. */
export async function purgeBefore(q: Queryable, before: Before): Promise<Purged> {
  const counts = await Promise.all([
    q.deleteFrom("sessions").where("expires_at", "<", toIso(before.expired)).executeTakeFirst(),
    q.deleteFrom("verifications").where("expires_at", "<", toIso(before.expired)).executeTakeFirst(),
    q.deleteFrom("rate_limits").where("window_start", "<", before.rateLimits).executeTakeFirst(),
    q.deleteFrom("idempotency_keys").where("created_at", "<", before.idempotencyKeys).executeTakeFirst(),
    q.deleteFrom("schedule_runs").where("started_at", "<", before.scheduleRuns).executeTakeFirst(),
    q.deleteFrom("processes").where("seen_at", "<", before.processes).executeTakeFirst(),
  ]);
  const [sessions = 0, verifications = 0, rateLimits = 0, idempotencyKeys = 0, scheduleRuns = 0, processes = 0] = counts.map((row) =>
    Number(row.numDeletedRows),
  );
  return { sessions, verifications, rateLimits, idempotencyKeys, scheduleRuns, processes };
}
