import type { Instant } from "~/domain/kernel/branded";
import { instant } from "~/domain/kernel/instant";
import type { Clock } from "~/ports/clock";

/** A clock that stands still until a test moves it. */
export type SettableClock = Clock & {
  /** Jumps to epoch milliseconds, forward or back. */
  readonly set: (epochMs: number) => void;
  readonly advance: (ms: number) => void;
};

/** Starts at 2026-11-01T00:00Z. */
export function settableClock(): SettableClock {
  let at: Instant = instant(Date.UTC(2026, 10, 1));
  return {
    now: () => at,
    set: (epochMs) => {
      at = instant(epochMs);
    },
    advance: (ms) => {
      at = instant(at + ms);
    },
  };
}
