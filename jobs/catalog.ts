import { z } from "zod";
import type { Consumer } from "~/domain/events/consumers";
import type { BatchId } from "~/domain/kernel/branded";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "~/domain/kernel/instant";

const batch = z.strictObject({ batchId: z.string().transform((text) => text as BatchId) });
const slot = z.strictObject({ slot: z.int().nonnegative() });

/** Eight tries, doubling from 100 ms with jitter: 13 s, well inside the 30 s lease of a batch. */
const QUICK = { attempts: 8, backoffMs: 100 };

/**
 * Everything that runs in the background. `outbox` jobs are fed by the relay with up to `batchSize` events
 * under one lease, at most `batchesAhead` at a time; `schedule` jobs start once per `everyMs` across all workers.
 */
export const CATALOG = {
  "projections.fold": {
    payload: batch,
    feed: { kind: "outbox", batchSize: 500, batchesAhead: 4 },
    ...QUICK,
    timeoutMs: 20 * SECOND_MS,
  },
  "catalog.import": {
    payload: batch,
    feed: { kind: "outbox", batchSize: 1, batchesAhead: 1 },
    ...QUICK,
    timeoutMs: 10 * MINUTE_MS,
  },
  "audit.run": { payload: slot, feed: { kind: "schedule", everyMs: HOUR_MS }, ...QUICK, timeoutMs: 10 * MINUTE_MS },
  "housekeeping.purge": { payload: slot, feed: { kind: "schedule", everyMs: HOUR_MS }, ...QUICK, timeoutMs: MINUTE_MS },
} as const satisfies Record<string, CatalogEntry>;

export type JobName = keyof typeof CATALOG;
export type JobPayload<Name extends JobName> = z.output<(typeof CATALOG)[Name]["payload"]>;
export const JOB_NAMES = Object.keys(CATALOG) as readonly JobName[];

export type CatalogEntry = {
  readonly payload: z.ZodType;
  readonly feed: OutboxFeed | { readonly kind: "schedule"; readonly everyMs: number };
  readonly attempts: number;
  readonly backoffMs: number;
  readonly timeoutMs: number;
};

export type OutboxFeed = { readonly kind: "outbox"; readonly batchSize: number; readonly batchesAhead: number };

/** The consumers of events with how the relay feeds them. */
export const OUTBOX_FEEDS: Readonly<Record<Consumer, OutboxFeed>> = {
  "projections.fold": CATALOG["projections.fold"].feed,
  "catalog.import": CATALOG["catalog.import"].feed,
};
