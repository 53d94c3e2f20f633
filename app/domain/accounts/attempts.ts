import type { Instant } from "../kernel/branded";
import { HOUR_MS, instant, MINUTE_MS, SECOND_MS } from "../kernel/instant";

/** What a stranger could try over and over. */
export type Attempt = "sign_in" | "sign_up" | "forgot" | "reset" | "change_password" | "add_staff" | "verify" | "demo_sign_in";

/** In fixed windows: how often for one account, and how often from one network address (households and offices share one). */
type Limit = { readonly windowMs: number; readonly perAccount: number; readonly perAddress: number };

export const LIMITS: Readonly<Record<Attempt, Limit>> = {
  sign_in: { windowMs: 15 * MINUTE_MS, perAccount: 10, perAddress: 60 },
  sign_up: { windowMs: HOUR_MS, perAccount: 5, perAddress: 30 },
  forgot: { windowMs: HOUR_MS, perAccount: 5, perAddress: 30 },
  reset: { windowMs: HOUR_MS, perAccount: 10, perAddress: 30 },
  change_password: { windowMs: 15 * MINUTE_MS, perAccount: 10, perAddress: 60 },
  verify: { windowMs: 15 * MINUTE_MS, perAccount: 10, perAddress: 60 },
  // The demo's people are everybody's; only addresses are counted.
  demo_sign_in: { windowMs: HOUR_MS, perAccount: 0, perAddress: 60 },
  add_staff: { windowMs: HOUR_MS, perAccount: 30, perAddress: 120 },
};

/** The beginning of the fixed window that `now` lies in. */
export function windowStart(now: Instant, windowMs: number): Instant {
  return instant(now - (now % windowMs));
}

/** Whole seconds until the next window opens, at least 1. */
export function secondsToNextWindow(now: Instant, windowMs: number): number {
  return Math.ceil((windowStart(now, windowMs) + windowMs - now) / SECOND_MS);
}
