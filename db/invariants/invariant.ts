import { sql } from "kysely";
import type { Instant } from "~/domain/kernel/branded";
import type { Queryable } from "../open";

/** One thing that must always hold. `check` returns a short text per offending row; none means it holds. */
export type Invariant = {
  readonly id: string;
  readonly title: string;
  readonly severity: "critical" | "serious" | "notice";
  readonly check: (q: Queryable, now: Instant) => Promise<readonly string[]>;
};

/** Offending rows listed per invariant; a broken rule shows itself in the first few hundred. */
const MOST_ROWS = 500;

/** The rows of a query whose one column is called `row`, as text, the first few hundred. */
export async function offenders(q: Queryable, query: ReturnType<typeof sql>): Promise<readonly string[]> {
  const { rows } = await sql<{ row: string }>`select row from (${query}) as offending limit ${sql.lit(MOST_ROWS)}`.execute(q);
  return rows.map((found) => String(found.row));
}
