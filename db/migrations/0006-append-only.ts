import { type Kysely, sql } from "kysely";
import { dialectOf } from "../dialects/dialect";

/** Facts about orders and money: the database itself refuses to change or remove them. A landed migration is stone. */
const APPEND_ONLY = [
  "touches",
  "touch_targets",
  "payment_facts",
  "order_line_cancels",
  "commission_rules",
  "decisions",
  "commission_parts",
  "commission_reversals",
  "provider_settlements",
  "ledger_entries",
  "ledger_lines",
] as const;

/** Triggers against UPDATE and DELETE; PostgreSQL's function stands since the first such migration. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = dialectOf(db) === "postgres" ? postgresTriggers() : sqliteTriggers();
  for (const statement of statements) await sql.raw(statement).execute(db);
}

function sqliteTriggers(): string[] {
  return APPEND_ONLY.flatMap((table) =>
    ["update", "delete"].map(
      (verb) => `create trigger ${table}_refuse_${verb} before ${verb} on ${table}
        begin select raise(abort, '${table} is append-only'); end`,
    ),
  );
}

function postgresTriggers(): string[] {
  return APPEND_ONLY.map(
    (table) => `create trigger ${table}_refuse_change before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  );
}
