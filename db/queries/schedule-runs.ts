import { sql } from "kysely";
import type { Instant } from "~/domain/kernel/branded";
import type { Queryable } from "../open";

type Turn = { readonly name: string; readonly slot: number; readonly now: Instant };

/**
 * Claims one turn of a clock-driven job; true for exactly one of all workers that ask for the same slot, and for
 * none when a later one was claimed already. Only the last turn is kept: jobs of every second would fill the table.
 */
export async function claimSlot(q: Queryable, turn: Turn): Promise<boolean> {
  if (await isPast(q, turn)) return false;
  const row = await q
    .insertInto("schedule_runs")
    .columns(["name", "slot", "started_at"])
    .expression(
      sql<{
        name: string;
        slot: number;
        started_at: number;
      }>`select cast(${turn.name} as text), cast(${turn.slot} as bigint), cast(${turn.now} as bigint)
        where not exists (select 1 from schedule_runs where name = ${turn.name} and slot >= ${turn.slot})`,
    )
    .onConflict((oc) => oc.columns(["name", "slot"]).doNothing())
    .returning("slot")
    .executeTakeFirst();
  if (row === undefined) return false;
  await q.deleteFrom("schedule_runs").where("name", "=", turn.name).where("slot", "<", turn.slot).execute();
  return true;
}

/** Reading first keeps the many looks in vain from taking the write lock. */
async function isPast(q: Queryable, turn: Turn): Promise<boolean> {
  const row = await q
    .selectFrom("schedule_runs")
    .select("slot")
    .where("name", "=", turn.name)
    .where("slot", ">=", turn.slot)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
