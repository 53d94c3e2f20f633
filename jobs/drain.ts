import { setTimeout as sleep } from "node:timers/promises";
import type { Consumer } from "~/domain/events/consumers";
import { SECOND_MS } from "~/domain/kernel/instant";
import { claimEvents } from "~/services/claim-events";
import { countOutstandingEvents } from "~/services/count-outstanding-events";
import { OUTBOX_FEEDS } from "./catalog";
import type { WorkerDeps } from "./container";
import { embeddedQueue } from "./queue/embedded";
import { queueWork } from "./queue-work";

/** How long the command line waits for events that a running worker holds, or that wait after a failure. */
const PATIENCE_MS = 60 * SECOND_MS;
const LOOK_EVERY_MS = 50;

/**
 * Does by itself what a worker would do, until no event waits (or, for those another worker holds or that
 * failed, one minute has passed). Returns the events still outstanding then; 0 when all is taken in.
 */
export async function drainPending(deps: WorkerDeps): Promise<{ readonly processed: number; readonly outstanding: number }> {
  const queue = embeddedQueue(deps.log);
  await queue.start(queueWork(deps));
  const recordedUpTo = deps.clock.now();
  const deadline = recordedUpTo + PATIENCE_MS;
  let processed = 0;
  let outstanding = await countOutstandingEvents(deps, { recordedUpTo });
  while (outstanding > 0 && deps.clock.now() < deadline) {
    const claimed = await claimAll(deps, async (job) => queue.add(job));
    processed += claimed;
    if (claimed === 0) await sleep(LOOK_EVERY_MS);
    outstanding = await countOutstandingEvents(deps, { recordedUpTo });
  }
  await queue.close(SECOND_MS);
  return { processed, outstanding };
}

type Hand = (job: { readonly name: Consumer; readonly id: string; readonly payload: { readonly batchId: string } }) => Promise<void>;

async function claimAll(deps: WorkerDeps, hand: Hand): Promise<number> {
  let claimed = 0;
  for (const consumer of Object.keys(OUTBOX_FEEDS) as Consumer[]) {
    const claim = await claimEvents(deps, { consumer, ...OUTBOX_FEEDS[consumer] });
    if (claim === null) continue;
    await hand({ name: consumer, id: claim.batchId, payload: { batchId: claim.batchId } });
    claimed += claim.events;
  }
  return claimed;
}
