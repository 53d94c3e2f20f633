import type { Instant } from "../kernel/branded";
import { MINUTE_MS, SECOND_MS } from "../kernel/instant";

/**
 * How long a claim on outbox rows holds. Long enough for the quick retries of one job (eight, doubling from
 * 100 ms: 13 s), short enough that a killed worker's rows move on within the minute the audit allows.
 */
export const LEASE_MS = 30 * SECOND_MS;

/** Claims after which a row goes alone, so that one bad event cannot hold back 499 good ones. */
export const ALONE_AFTER = 2;

/** Claims after which a row is set aside for a person to look at. */
export const DEAD_AFTER = 5;

/**
 * Claims that ended without a word after which a row is taken for what ends its worker. Many, because a worker
 * is also killed for other reasons, and each costs only its own row half a minute.
 */
export const CRASHED_AFTER = 30;

/** What happens to a row whose processing failed for good under one claim. */
export type Verdict = { readonly state: "waiting"; readonly availableAt: Instant; readonly attempts: number } | { readonly state: "dead" };

/**
 * Decides after a failure: rows of a larger batch wait to be tried alone; a row tried alone is dead when its
 * data are bad (`unrecoverable`) or its claims are used up, else it waits, each time four times as long.
 */
export function judgeFailure(row: {
  readonly attempts: number;
  readonly batchSize: number;
  readonly unrecoverable: boolean;
  readonly now: Instant;
}): Verdict {
  if (row.batchSize > 1) return { state: "waiting", availableAt: row.now, attempts: Math.max(row.attempts, ALONE_AFTER) };
  if (row.unrecoverable || row.attempts >= DEAD_AFTER) return { state: "dead" };
  const pauseMs = Math.min(10 * MINUTE_MS, SECOND_MS * 4 ** row.attempts);
  return { state: "waiting", availableAt: (row.now + pauseMs) as Instant, attempts: row.attempts };
}
