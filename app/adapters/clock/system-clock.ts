import { instant } from "~/domain/kernel/instant";
import type { Clock } from "~/ports/clock";

/** The machine's own clock. */
export function systemClock(): Clock {
  return { now: () => instant(Date.now()) };
}
