import { type Dialect, PostgresDialect } from "kysely";
import pg from "pg";

/** Connections per process; PostgreSQL's default of 100 then carries a dozen processes. */
const POOL_SIZE = 8;

/** A statement of ours that runs longer than this is a mistake, except rebuilds, which page. */
const STATEMENT_TIMEOUT_MS = 60_000;

const INT8 = 20;
const NUMERIC = 1700;

/** Opens a pool. 64-bit integers and sums arrive as numbers; one beyond 2^53 throws instead of losing digits. */
export function openPostgres(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    types: { getTypeParser: ((oid: number, format?: "text" | "binary") => typeParser(oid, format)) as typeof pg.types.getTypeParser },
  });
  // A restarted server ends idle connections; the pool replaces them, and queries in flight report their own error.
  pool.on("error", () => undefined);
  return new PostgresDialect({ pool });
}

function typeParser(oid: number, format?: "text" | "binary"): (text: string) => unknown {
  if (oid === INT8 || oid === NUMERIC) return wholeNumber;
  return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The database sent a number that is not a safe integer: ${text}`);
  return value;
}
