import type { CheckoutId, Instant } from "../kernel/branded";
import { MINUTE_MS } from "../kernel/instant";

/** A checkout ends when nobody has looked at it for this long. Source: domain §4. */
export const IDLE_MS = 30 * MINUTE_MS;

/** A payment nobody heard of for this long has failed. Source: domain §3. */
export const UNKNOWN_MS = 15 * MINUTE_MS;

/** True when an open checkout has ended by itself. */
export function isIdle(checkout: { readonly seenAt: Instant }, now: Instant): boolean {
  return now - checkout.seenAt >= IDLE_MS;
}

/** Where the shopper waits for the outcome, and comes back to after a challenge. */
export function waitPath(checkoutId: CheckoutId): string {
  return `/checkout/${checkoutId}/wait`;
}
