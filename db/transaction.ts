import { setTimeout as sleep } from "node:timers/promises";
import { sql, type Transaction } from "kysely";
import { LATEST_COMMIT_MS } from "~/domain/reporting/watermark";
import type { Db, Queryable } from "./open";
import type { Schema } from "./schema";

export type Tx = Transaction<Schema>;

/**
 * How long a transaction that others keep running into is tried again. Of thirty at once on one row the unluckiest
 * needed eleven runs on a busy machine, so a dozen runs alone would make luck decide; on SQLite a writer waits as long.
 */
const PATIENCE_MS = 10_000;
/** However slow the machine is: with few runs behind it the patience is not at its end. */
const LEAST_ATTEMPTS = 12;
const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 250;
/** The golden section: its multiples fall evenly between 0 and 1, so no two neighbours pause for about as long. */
const SCATTER = 0.618_033_988_75;

/** serialization_failure, deadlock_detected. Source: PostgreSQL documentation, appendix A. */
const RETRYABLE = new Set(["40001", "40P01"]);

/** When a transaction first stamped an event, by the process's monotonic clock. */
const stamps = new WeakMap<Tx, number>();

/** Notes that events were stamped with the present: from now on this transaction must commit soon. */
export function noteEventStamp(tx: Tx): void {
  if (!stamps.has(tx)) stamps.set(tx, performance.now());
}

/** Events were stamped so long ago that a reader may already have been told "complete" past them. */
class LateCommitError extends Error {
  override readonly name = "LateCommitError";
}

/**
 * Runs `work` in one transaction: immediate on SQLite, serializable on PostgreSQL, where a conflict runs it
 * again; so does a commit that would come too late for the watermark. So `work` may run several times: it
 * touches nothing but `tx`, and never waits for anything else.
 * Errors: whatever `work` throws, after rollback; the last conflict when it never settles.
 */
export async function transact<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      return await begin(db).execute((tx) => inTime(tx, work));
    } catch (error) {
      if (!isRetryable(error) || (attempt >= LEAST_ATTEMPTS && performance.now() > deadline)) throw error;
      await sleep(pauseMs(attempt));
    }
  }
}

function begin(db: Db) {
  return db.dialect === "sqlite" ? db.query.transaction() : db.query.transaction().setIsolationLevel("serializable");
}

async function inTime<Result>(tx: Tx, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const result = await work(tx);
  const stampedAt = stamps.get(tx);
  if (stampedAt !== undefined && performance.now() - stampedAt > LATEST_COMMIT_MS) {
    throw new LateCommitError(`Events were recorded more than ${LATEST_COMMIT_MS} ms before their commit`);
  }
  return result;
}

/**
 * One snapshot for several reads, so that their figures belong together; takes no lock that keeps writers out.
 * On SQLite it holds this handle's only connection meanwhile: open a second handle for long reads.
 */
export async function readSnapshot<Result>(db: Db, work: (q: Queryable) => Promise<Result>): Promise<Result> {
  if (db.dialect === "sqlite") return db.query.connection().execute((connection) => deferredSnapshot(connection, work));
  return db.query.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work);
}

async function deferredSnapshot<Result>(connection: Queryable, work: (q: Queryable) => Promise<Result>): Promise<Result> {
  await sql`begin deferred`.execute(connection);
  try {
    return await work(connection);
  } finally {
    await sql`rollback`.execute(connection);
  }
}

function isRetryable(error: unknown): boolean {
  if (error instanceof LateCommitError) return true;
  return error instanceof Error && "code" in error && RETRYABLE.has(String(error.code));
}

let pauses = 0;

/** Doubles with the attempt, half more or less: competitors that lost together must not come back together. */
function pauseMs(attempt: number): number {
  pauses += 1;
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1)) * (0.5 + ((pauses * SCATTER) % 1));
}

/** True when the database refused a row because its unique key stands already. */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === "23505" || error.code === "SQLITE_CONSTRAINT_UNIQUE" || error.code === "SQLITE_CONSTRAINT_PRIMARYKEY";
}
