import type { Instant } from "~/domain/kernel/branded";
import type { Queryable } from "../open";

/** How far a long piece of background work is. `done` and `total` count the same things. */
export type Progress = {
  readonly key: string;
  readonly done: number;
  readonly total: number;
  readonly state: "running" | "done" | "failed";
  readonly updatedAt: Instant;
};

/** Writes how far the work called `key` is; one row per key. */
export async function writeProgress(q: Queryable, input: Omit<Progress, "updatedAt"> & { readonly now: Instant }): Promise<void> {
  const figures = { done: input.done, total: input.total, state: input.state, updated_at: input.now };
  await q
    .insertInto("progress")
    .values({ key: input.key, ...figures })
    .onConflict((oc) => oc.column("key").doUpdateSet(figures))
    .execute();
}

/** All work whose progress is kept, by key. */
export async function listProgress(q: Queryable): Promise<readonly Progress[]> {
  const rows = await q.selectFrom("progress").selectAll().orderBy("key").execute();
  return rows.map((row) => ({
    key: row.key,
    done: row.done,
    total: row.total,
    state: row.state as Progress["state"],
    updatedAt: row.updated_at as Instant,
  }));
}
