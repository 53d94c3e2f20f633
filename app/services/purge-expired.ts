import { DAY_MS, HOUR_MS, plusMs } from "~/domain/kernel/instant";
import { type Purged, purgeBefore } from "~db/queries/purge";
import type { Deps } from "./deps";

/**
 * Removes what has had its time: expired sessions and links at once; rate-limit windows after a day; idempotency
 * keys after a day (the time a client may repeat a request); turns of scheduled jobs after a week; processes not
 * seen for an hour.
 */
export async function purgeExpired(deps: Deps): Promise<Purged> {
  const now = deps.clock.now();
  const purged = await purgeBefore(deps.db.query, {
    expired: now,
    rateLimits: plusMs(now, -DAY_MS),
    idempotencyKeys: plusMs(now, -DAY_MS),
    scheduleRuns: plusMs(now, -7 * DAY_MS),
    processes: plusMs(now, -HOUR_MS),
  });
  deps.log.info("purged", purged);
  return purged;
}
