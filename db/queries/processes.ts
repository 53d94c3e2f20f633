import type { Instant } from "~/domain/kernel/branded";
import type { Queryable } from "../open";

export type ProcessRow = { readonly id: string; readonly kind: "web" | "worker"; readonly startedAt: Instant; readonly seenAt: Instant };

/** Says that this process lives; called every few seconds. */
export async function markSeen(
  q: Queryable,
  input: { readonly id: string; readonly kind: ProcessRow["kind"]; readonly now: Instant },
): Promise<void> {
  await q
    .insertInto("processes")
    .values({ id: input.id, kind: input.kind, started_at: input.now, seen_at: input.now })
    .onConflict((oc) => oc.column("id").doUpdateSet({ seen_at: input.now }))
    .execute();
}

/** Removes a process that ended in order. */
export async function forgetProcess(q: Queryable, id: string): Promise<void> {
  await q.deleteFrom("processes").where("id", "=", id).execute();
}

/** Processes by kind, the newest sign of life first. */
export async function listProcesses(q: Queryable): Promise<readonly ProcessRow[]> {
  const rows = await q.selectFrom("processes").selectAll().orderBy("kind").orderBy("seen_at", "desc").execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ProcessRow["kind"],
    startedAt: row.started_at as Instant,
    seenAt: row.seen_at as Instant,
  }));
}
