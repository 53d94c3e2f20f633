import { type RawBuilder, sql } from "kysely";
import type { World } from "./databases";

/** Tables that refuse changes, with what keeps them: taken away first, as somebody with the file in hand could. */
const GUARDED = [
  "ledger_entries",
  "ledger_lines",
  "decisions",
  "commission_parts",
  "commission_reversals",
  "commission_rules",
  "order_line_cancels",
  "payment_facts",
  "provider_settlements",
  "events",
] as const;

/** Runs a statement that the database itself would refuse. */
export async function tamper(world: World, statement: RawBuilder<unknown>): Promise<void> {
  for (const guard of GUARDED.flatMap((table) => guardsOf(world, table))) await sql.raw(guard).execute(world.db.query);
  await statement.execute(world.db.query);
}

function guardsOf(world: World, table: string): readonly string[] {
  if (world.db.dialect === "postgres") return [`drop trigger if exists ${table}_refuse_change on ${table}`];
  return [`drop trigger if exists ${table}_refuse_update`, `drop trigger if exists ${table}_refuse_delete`];
}
