import type { AffiliateId, Instant } from "../kernel/branded";
import { DAY_MS, plusMs } from "../kernel/instant";
import type { FrozenPath, PathTouch } from "../tracking/touch";

/** Every affiliate who touched the brand this long before the freeze gets a decision, whatever the program's window. Source: domain §5. */
const REACH_DAYS = 90;

/** The span of touches a line remembers: the longer of 90 days and the program's window, up to its freeze. */
export function reachOf(frozenAt: Instant, windowDays: number): { readonly from: Instant; readonly until: Instant } {
  return { from: plusMs(frozenAt, -Math.max(REACH_DAYS, windowDays) * DAY_MS), until: frozenAt };
}

/** A line's path for good: touches of the buyer's own (`selves`) are kept, and count for nothing. */
export function freezePath(frozenAt: Instant, touches: readonly PathTouch[], selves: ReadonlySet<AffiliateId>): FrozenPath {
  return {
    frozenAt,
    touches: touches.map((touch) =>
      touch.disqualified === null && selves.has(touch.affiliateId) ? { ...touch, disqualified: "self" } : touch,
    ),
  };
}
