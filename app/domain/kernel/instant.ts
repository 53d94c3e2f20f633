import type { Instant } from "./branded";

/** Mints an instant from epoch milliseconds; refuses anything that is not a safe integer. */
export function instant(epochMs: number): Instant {
  if (!Number.isSafeInteger(epochMs)) throw new RangeError(`Not an instant in milliseconds: ${epochMs}`);
  return epochMs as Instant;
}

/** The instant `ms` milliseconds after `at` (before, when negative). */
export function plusMs(at: Instant, ms: number): Instant {
  return instant(at + ms);
}

/** The instant as ISO 8601 in UTC, e.g. `2010-12-01T08:26:00.000Z`. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString();
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
