import { type Kysely, sql } from "kysely";
import { dialectOf } from "../dialects/dialect";

/** Tables whose rows are facts: the database itself refuses to change or remove them. */
const APPEND_ONLY = ["events", "stock_movements", "processed"] as const;

/** Triggers against UPDATE and DELETE, in each dialect's own words. A landed migration is stone. */
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
  const refuse = `create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$`;
  return [
    refuse,
    ...APPEND_ONLY.map(
      (table) => `create trigger ${table}_refuse_change before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`,
    ),
  ];
}
