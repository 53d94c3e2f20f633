import type { Instant } from "../kernel/branded";
import { MINUTE_MS, plusMs, SECOND_MS } from "../kernel/instant";

const FIRST_PAUSE_MS = 2 * SECOND_MS;

/** A minute is what a shopper on the waiting page bears, and what a provider that is down can take. */
const LONGEST_PAUSE_MS = MINUTE_MS;

/** When a payment is looked at again after `looks` looks in vain: after two seconds, then twice as long each time, up to a minute. */
export function nextLookAt(now: Instant, looks: number): Instant {
  return plusMs(now, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(looks, 10)));
}
