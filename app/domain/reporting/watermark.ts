import type { Instant } from "../kernel/branded";

/** How complete a brand's projections are. */
export type Watermark = {
  /** Every event recorded before this instant is in the projection. */
  readonly completeTo: Instant;
  /** Events still on their way into the projection. */
  readonly waiting: number;
  /** Events set aside after repeated failure; they hold `completeTo` back until replayed. */
  readonly dead: number;
  /** Grows by one with each batch folded for the brand; two equal versions show equal figures. */
  readonly version: number;
};

/**
 * The instant up to which a projection is complete: the oldest event not yet folded, else the present less
 * the longest time a transaction may still hide a recorded event.
 */
export function completeTo(state: { readonly oldestOutstanding: Instant | null; readonly now: Instant }): Instant {
  const settled = (state.now - HIDDEN_COMMIT_MS) as Instant;
  return state.oldestOutstanding === null || settled < state.oldestOutstanding ? settled : state.oldestOutstanding;
}

/**
 * How long a recorded event may be hidden from readers: a transaction stamps its events before it commits.
 * Covers `LATEST_COMMIT_MS`, the commit's own time, and clocks of several hosts that differ by up to half a second.
 */
export const HIDDEN_COMMIT_MS = 2_000;

/** `transact` refuses to commit events that were stamped longer ago than this. */
export const LATEST_COMMIT_MS = 1_000;
