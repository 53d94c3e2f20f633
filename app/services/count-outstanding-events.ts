import { CONSUMERS } from "~/domain/events/consumers";
import type { Instant } from "~/domain/kernel/branded";
import { countOutstanding } from "~db/queries/outbox";
import type { Deps } from "./deps";

/** Events recorded up to an instant (the present) that are due or being worked on for any consumer. */
export async function countOutstandingEvents(deps: Deps, input: { readonly recordedUpTo?: Instant } = {}): Promise<number> {
  const now = deps.clock.now();
  const { recordedUpTo = now } = input;
  let total = 0;
  for (const consumer of new Set(Object.values(CONSUMERS).flat()))
    total += await countOutstanding(deps.db.query, { consumer, recordedUpTo, now });
  return total;
}
