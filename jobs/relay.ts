import { setImmediate as nextTurn } from "node:timers/promises";
import type { Consumer } from "~/domain/events/consumers";
import type { Queue } from "~/ports/queue";
import { claimEvents } from "~/services/claim-events";
import type { Deps } from "~/services/deps";
import { returnEvents } from "~/services/return-events";
import { OUTBOX_FEEDS } from "./catalog";
import { pause } from "./pause";

/** How often an idle relay looks: a reader who waits two seconds for a figure must not notice. */
const IDLE_MS = 100;

/** Events that failed before get every fourth claim, so that a steady stream of new ones cannot starve them. */
const RETRIES_EVERY = 4;

/** After a failure (database or queue out of reach) the relay waits this long, then looks again. */
const TROUBLE_MS = 1_000;

/** Carries events from the outbox to the queue until stopped: claims a batch, hands its job over, or gives it back. */
export function startRelay(deps: Deps, queue: Queue): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const running = relay(deps, queue, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function relay(deps: Deps, queue: Queue, signal: AbortSignal): Promise<void> {
  for (let round = 0; !signal.aborted; round++) {
    const carried = await carryAll(deps, queue, { retriesFirst: round % RETRIES_EVERY === 0 });
    // SQLite answers without leaving the process: signals, timers and other jobs need a turn of their own.
    await nextTurn();
    if (carried === "something") continue;
    await pause(carried === "trouble" ? TROUBLE_MS : IDLE_MS, signal);
  }
}

type Turn = { readonly retriesFirst: boolean };

async function carryAll(deps: Deps, queue: Queue, turn: Turn): Promise<"something" | "nothing" | "trouble"> {
  try {
    let carried = 0;
    for (const consumer of Object.keys(OUTBOX_FEEDS) as Consumer[]) carried += await carryOne(deps, queue, { consumer, ...turn });
    return carried > 0 ? "something" : "nothing";
  } catch (error) {
    deps.log.error("relay could not carry events", error);
    return "trouble";
  }
}

async function carryOne(deps: Deps, queue: Queue, turn: Turn & { readonly consumer: Consumer }): Promise<number> {
  const { consumer } = turn;
  const claim = await claimEvents(deps, { ...OUTBOX_FEEDS[consumer], ...turn });
  if (claim === null) return 0;
  try {
    await queue.add({ name: consumer, id: claim.batchId, payload: { batchId: claim.batchId } });
  } catch (error) {
    await returnEvents(deps, { batchId: claim.batchId });
    throw error;
  }
  deps.faults.reach("relay.added");
  return claim.events;
}
