import type { Consumer } from "~/domain/events/consumers";
import type { DomainEvent } from "~/domain/events/event";
import type { BatchId } from "~/domain/kernel/branded";
import { SECOND_MS } from "~/domain/kernel/instant";
import type { Deps } from "~/services/deps";
import { listClaimedEvents } from "~/services/list-claimed-events";
import { renewClaim } from "~/services/renew-claim";
import { settleEvent } from "~/services/settle-event";

/** A third of the lease: two renewals may fail before another worker takes over. */
const RENEW_EVERY_MS = 10 * SECOND_MS;

type Delivery = {
  readonly consumer: Consumer;
  readonly batchId: BatchId;
  /** Must leave a state of its own that makes a second call do nothing. */
  readonly effect: (event: DomainEvent) => Promise<unknown>;
};

/** Hands each event of a leased batch to its effect and ends its delivery; the lease lives as long as the work. */
export async function deliverEach(deps: Deps, delivery: Delivery): Promise<void> {
  const { consumer, batchId } = delivery;
  const renewal = setInterval(() => {
    renewClaim(deps, { batchId }).catch((error: unknown) => deps.log.error("lease not renewed", error, { consumer, batchId }));
  }, RENEW_EVERY_MS);
  try {
    for (const event of await listClaimedEvents(deps, { consumer, batchId })) {
      await delivery.effect(event);
      await settleEvent(deps, { consumer, batchId, event });
    }
  } finally {
    clearInterval(renewal);
  }
}
