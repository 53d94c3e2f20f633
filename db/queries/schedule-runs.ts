import type { Instant } from "~/domain/kernel/branded";
import type { Queryable } from "../open";

/** Claims one turn of a clock-driven job; true for exactly one of all workers that ask for the same slot. */
export async function claimSlot(
  q: Queryable,
  input: { readonly name: string; readonly slot: number; readonly now: Instant },
): Promise<boolean> {
  const row = await q
    .insertInto("schedule_runs")
    .values({ name: input.name, slot: input.slot, started_at: input.now })
    .onConflict((oc) => oc.columns(["name", "slot"]).doNothing())
    .returning("slot")
    .executeTakeFirst();
  return row !== undefined;
}
