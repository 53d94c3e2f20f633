import { setImmediate as nextTurn } from "node:timers/promises";
import type { Log } from "~/ports/log";
import type { Queue, QueuedJob, QueueWork } from "~/ports/queue";
import { CATALOG, type JobName } from "../catalog";
import { pause } from "../pause";
import { isUnrecoverable } from "../unrecoverable";

/**
 * The queue inside the worker: one lane per job name, one job at a time in each, the same tries and pauses as
 * on Redis. It holds nothing that matters: a killed worker's batches are claimed again when their lease ends,
 * and a closing queue gives back what it has not begun.
 */
export function embeddedQueue(log: Log): Queue {
  const lanes = new Map<string, QueuedJob[]>();
  const busy = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let work: QueueWork | undefined;

  const pump = (name: string): void => {
    const next = lanes.get(name)?.[0];
    if (work === undefined || next === undefined || busy.has(name) || stopping.signal.aborted) return;
    lanes.get(name)?.shift();
    const run = tryJob(next, work, stopping.signal)
      // SQLite answers without leaving the process: signals, timers and the relay need a turn of their own.
      .then(() => nextTurn())
      .catch((error: unknown) => log.error("job could not be given up", error, { job: name }))
      .finally(() => {
        busy.delete(name);
        pump(name);
      });
    busy.set(name, run);
  };

  return {
    async add(job) {
      const lane = lanes.get(job.name);
      if (lane === undefined) lanes.set(job.name, [job]);
      else lane.push(job);
      pump(job.name);
    },
    async start(given) {
      work = given;
      for (const name of lanes.keys()) pump(name);
    },
    async close(graceMs) {
      stopping.abort();
      const waiting = [...lanes.values()].flatMap((lane) => lane.splice(0));
      if (work !== undefined) for (const job of waiting) await work.handBack(job);
      await Promise.race([Promise.all(busy.values()), new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
    },
  };
}

async function tryJob(job: QueuedJob, work: QueueWork, signal: AbortSignal): Promise<void> {
  const { attempts, backoffMs } = CATALOG[job.name as JobName] ?? { attempts: 1, backoffMs: 0 };
  for (let attempt = 1; ; attempt++) {
    try {
      await work.work(job);
      return;
    } catch (error) {
      if (attempt >= attempts || isUnrecoverable(error)) {
        await work.gaveUp(job, error);
        return;
      }
      if (await pause(backoffMs * 2 ** (attempt - 1), signal)) continue;
      await work.handBack(job);
      return;
    }
  }
}
