import { sql } from "kysely";
import type { Queryable } from "../open";

/** Does nothing but be answered. Errors: the database does not answer. */
export async function ping(q: Queryable): Promise<void> {
  await sql`select 1`.execute(q);
}
