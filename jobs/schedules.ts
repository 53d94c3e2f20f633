import { MINUTE_MS, SECOND_MS } from "~/domain/kernel/instant";
import type { Queue } from "~/ports/queue";
import { claimSlot } from "~/services/claim-slot";
import type { Deps } from "~/services/deps";
import { CATALOG, type CatalogEntry, JOB_NAMES } from "./catalog";

const LOOK_EVERY_MS = MINUTE_MS;
const FIRST_LOOK_MS = 5 * SECOND_MS;

/** Starts the clock-driven jobs of the catalogue: each turn once, however many workers run. */
export function startSchedules(deps: Deps, queue: Queue): { readonly stop: () => void } {
  const look = (): void => {
    startDueJobs(deps, queue).catch((error: unknown) => deps.log.error("scheduled jobs not started", error));
  };
  const first = setTimeout(look, FIRST_LOOK_MS);
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(timer);
    },
  };
}

/** Hands over each job whose present turn nobody claimed yet; returns their names. A turn lost with its worker waits for the next. */
export async function startDueJobs(deps: Deps, queue: Queue): Promise<readonly string[]> {
  const started: string[] = [];
  for (const name of JOB_NAMES) {
    const { feed }: CatalogEntry = CATALOG[name];
    if (feed.kind !== "schedule") continue;
    const slot = await claimSlot(deps, { name, everyMs: feed.everyMs });
    if (slot === null) continue;
    await queue.add({ name, id: `slot-${name}-${slot}`, payload: { slot } });
    started.push(name);
  }
  return started;
}
