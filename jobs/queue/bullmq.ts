import { Queue as BullQueue, type ConnectionOptions, type Job, UnrecoverableError, Worker } from "bullmq";
import { Redis } from "ioredis";
import { SECOND_MS } from "~/domain/kernel/instant";
import type { Log } from "~/ports/log";
import type { Queue, QueuedJob, QueueWork } from "~/ports/queue";
import { CATALOG, JOB_NAMES, type JobName } from "../catalog";
import { isUnrecoverable } from "../unrecoverable";

/** How often the watchdog looks, and after how many looks at a lane with work but no worker it restarts it. */
const WATCH_EVERY_MS = 15 * SECOND_MS;
const LOOKS_BEFORE_RESTART = 3;

/**
 * BullMQ waits for a lost Redis without end. A job that gets through after all does nothing: its batch has been
 * given back by then.
 */
const ADD_TIMEOUT_MS = 2_000;

type Lane = { readonly name: JobName; readonly queue: BullQueue; worker: Worker | undefined; idleLooks: number };

/**
 * The same catalogue on Redis, for any number of workers. Redis holds nothing that matters: flushed or lost,
 * the relay hands every unsettled batch over again when its lease ends.
 */
export function redisQueue(options: { readonly url: string; readonly prefix: string; readonly log: Log }): Queue {
  const { log, prefix } = options;
  const producer = connectionOptions(options.url, { failFast: true });
  const lanes: Lane[] = JOB_NAMES.map((name) => ({
    name,
    queue: quiet(new BullQueue(name, { connection: producer, prefix }), log),
    worker: undefined,
    idleLooks: 0,
  }));
  const laneOf = new Map(lanes.map((lane) => [lane.name as string, lane]));
  let watchdog: NodeJS.Timeout | undefined;

  return {
    async add(job) {
      const lane = laneOf.get(job.name);
      if (lane === undefined) throw new Error(`No lane for ${job.name}`);
      const { attempts, backoffMs } = CATALOG[lane.name];
      const added = lane.queue.add(job.name, job.payload, {
        jobId: job.id,
        attempts,
        backoff: { type: "exponential", delay: backoffMs, jitter: 0.5 },
        removeOnComplete: { age: 3_600, count: 1_000 },
        removeOnFail: { age: 86_400, count: 1_000 },
      });
      if ((await within(ADD_TIMEOUT_MS, added)) === "late") throw new Error(`Redis did not take ${job.name} within ${ADD_TIMEOUT_MS} ms`);
    },
    async start(work) {
      await refuseEvictingRedis(options.url);
      const consumer = connectionOptions(options.url, { failFast: false });
      const restart = (lane: Lane): void => {
        lane.worker = startWorker(lane.name, { connection: consumer, prefix, work, log });
      };
      for (const lane of lanes) restart(lane);
      watchdog = setInterval(() => void watch(lanes, { restart, log }), WATCH_EVERY_MS);
    },
    async close(graceMs) {
      clearInterval(watchdog);
      await Promise.all(lanes.flatMap(({ worker }) => (worker === undefined ? [] : [closeWorker(worker, graceMs)])));
      await Promise.all(lanes.map((lane) => within(SECOND_MS, lane.queue.close())));
    },
  };
}

/** Options, not a shared client: with one the process hung after close. A producer that cannot reach Redis fails at once. */
function connectionOptions(url: string, { failFast }: { readonly failFast: boolean }): ConnectionOptions {
  const at = new URL(url);
  return {
    host: at.hostname,
    port: Number(at.port || 6379),
    db: Number(at.pathname.slice(1) || 0),
    ...(at.username === "" ? {} : { username: decodeURIComponent(at.username) }),
    ...(at.password === "" ? {} : { password: decodeURIComponent(at.password) }),
    ...(at.protocol === "rediss:" ? { tls: {} } : {}),
    maxRetriesPerRequest: failFast ? 1 : null,
    enableOfflineQueue: !failFast,
    connectTimeout: 5 * SECOND_MS,
    retryStrategy: (attempt: number) => Math.min(2 * SECOND_MS, 100 * 2 ** Math.min(attempt, 5)),
  };
}

type WorkerParts = { readonly connection: ConnectionOptions; readonly prefix: string; readonly work: QueueWork; readonly log: Log };

function startWorker(name: JobName, parts: WorkerParts): Worker {
  const { connection, prefix, work, log } = parts;
  const worker = new Worker(name, (job) => processJob(job, work), { connection, prefix, concurrency: 1, maxStalledCount: 5 });
  return quiet(worker, log);
}

async function processJob(job: Job, work: QueueWork): Promise<void> {
  const queued: QueuedJob = { name: job.name, id: job.id ?? "", payload: job.data };
  try {
    await work.work(queued);
  } catch (error) {
    const lastTry = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    if (!lastTry && !isUnrecoverable(error)) throw error;
    await work.gaveUp(queued, error);
    throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
  }
}

/** Without a listener an `error` event would end the process. */
function quiet<Emitter extends Listening>(emitter: Emitter, log: Log): Emitter {
  emitter.on("error", (error) => log.error("queue connection", error, { queue: emitter.name }));
  return emitter;
}

type Listening = { readonly name: string; on(event: "error", listener: (error: Error) => void): unknown };

/** A Redis that may evict keys would drop jobs silently. Source: BullMQ's guide, "Going to production". */
async function refuseEvictingRedis(url: string): Promise<void> {
  const client = new Redis(url, { maxRetriesPerRequest: 3, lazyConnect: true });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const policy = /maxmemory_policy:(\S+)/.exec(await client.info("memory"))?.[1];
    if (policy !== "noeviction") {
      throw new Error(`Redis may evict jobs (maxmemory-policy is ${policy}). Set it: redis-cli config set maxmemory-policy noeviction`);
    }
  } finally {
    client.disconnect();
  }
}

type Watch = { readonly restart: (lane: Lane) => void; readonly log: Log };

/** A worker can hang after Redis came back: jobs wait, nobody works. Then it is replaced. */
async function watch(lanes: readonly Lane[], { restart, log }: Watch): Promise<void> {
  for (const lane of lanes) {
    try {
      const { waiting = 0, active = 0 } = await lane.queue.getJobCounts("waiting", "active");
      lane.idleLooks = waiting > 0 && active === 0 ? lane.idleLooks + 1 : 0;
      if (lane.idleLooks < LOOKS_BEFORE_RESTART) continue;
      log.warn("worker hangs, replaced", { queue: lane.name });
      await lane.worker?.close(true);
      restart(lane);
      lane.idleLooks = 0;
    } catch (error) {
      log.error("watchdog could not look", error, { queue: lane.name });
    }
  }
}

async function closeWorker(worker: Worker, graceMs: number): Promise<void> {
  if ((await within(graceMs, worker.close())) === "late") await within(SECOND_MS, worker.close(true));
}

/** Waits for the work, but no longer than `ms`; what fails after that is of no interest any more (the race has heard it). */
async function within(ms: number, work: Promise<unknown>): Promise<"done" | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), ms);
  });
  try {
    return await Promise.race([work.then(() => "done" as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
