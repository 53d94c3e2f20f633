import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type Attempt, LIMITS, secondsToNextWindow, windowStart } from "~/domain/accounts/attempts";
import { networkOf } from "~/domain/accounts/network";
import type { Instant } from "~/domain/kernel/branded";
import type { Queryable } from "../open";

/**
 * Counts an attempt on an account and from an address (in IPv6: its network), in fixed windows. Returns `null` when it may go on,
 * else the whole seconds to wait. Counts refused attempts too, so that hammering on does not help.
 */
export async function countAttempt(
  q: Queryable,
  tried: { readonly attempt: Attempt; readonly account: string | null; readonly address: string; readonly now: Instant },
): Promise<number | null> {
  const { windowMs, perAccount, perAddress } = LIMITS[tried.attempt];
  const window = windowStart(tried.now, windowMs);
  const byAddress = await countHit(q, keyOf(tried.attempt, "address", networkOf(tried.address)), window);
  const byAccount = tried.account === null ? 0 : await countHit(q, keyOf(tried.attempt, "account", tried.account), window);
  return byAddress > perAddress || byAccount > perAccount ? secondsToNextWindow(tried.now, windowMs) : null;
}

async function countHit(q: Queryable, key: string, window: Instant): Promise<number> {
  const row = await q
    .insertInto("rate_limits")
    .values({ key, window_start: window, hits: 1 })
    .onConflict((conflict) => conflict.columns(["key", "window_start"]).doUpdateSet({ hits: sql<number>`rate_limits.hits + 1` }))
    .returning("hits")
    .executeTakeFirstOrThrow();
  return row.hits;
}

/** Addresses of people and machines are kept as digests: the table is about counts, not about who. */
function keyOf(attempt: Attempt, kind: "account" | "address", subject: string): string {
  return `${attempt}:${kind}:${createHash("sha256").update(subject).digest("base64url")}`;
}
