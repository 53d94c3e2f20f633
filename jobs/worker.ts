import { SECOND_MS } from "~/domain/kernel/instant";
import type { Queue } from "~/ports/queue";
import { markProcessSeen } from "~/services/mark-process-seen";
import { migrate } from "~db/migrate";
import { buildWorkerDeps, type WorkerDeps } from "./container";
import { readWorkerEnv, type WorkerEnv } from "./env";
import { redisQueue } from "./queue/bullmq";
import { embeddedQueue } from "./queue/embedded";
import { queueWork } from "./queue-work";
import { startRelay } from "./relay";
import { startSchedules } from "./schedules";

/** A job in hand gets this long to end before the process does. */
const GRACE_MS = 20 * SECOND_MS;
const SEEN_EVERY_MS = 2 * SECOND_MS;

/** Process entry of the worker: relay, queue, schedules, and a sign of life; SIGTERM ends it in order. */
async function main(): Promise<void> {
  const env = readWorkerEnv();
  // Before anything that says "ready": a signal that comes at that moment must find its listener.
  const stopped = untilStopped();
  const deps = buildWorkerDeps(env, "worker");
  await migrate(deps.db);
  const queue = openQueue(env, deps);
  await queue.start(queueWork(deps));
  const relay = startRelay(deps, queue);
  const schedules = startSchedules(deps, queue);
  const life = startSignsOfLife(deps);
  deps.log.info("worker ready", { queue: env.redisUrl === null ? "embedded" : "redis", database: deps.db.dialect });
  process.send?.({ ready: true });
  await stopped;
  schedules.stop();
  await relay.stop();
  await queue.close(GRACE_MS);
  await life.stop();
  await deps.db.close();
  process.exit(0);
}

function openQueue(env: WorkerEnv, deps: WorkerDeps): Queue {
  if (env.redisUrl === null) return embeddedQueue(deps.log);
  return redisQueue({ url: env.redisUrl, prefix: env.redisPrefix, log: deps.log });
}

/** Resolves at SIGTERM or SIGINT, or when the supervisor that forked this process is gone. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
    process.once("disconnect", resolve);
  });
}

function startSignsOfLife(deps: WorkerDeps): { readonly stop: () => Promise<void> } {
  const id = deps.ids.next("proc");
  const mark = (): void => {
    markProcessSeen(deps, { id, kind: "worker" }).catch((error: unknown) => deps.log.error("sign of life not written", error));
  };
  mark();
  const timer = setInterval(mark, SEEN_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await markProcessSeen(deps, { id, kind: "worker", ended: true });
    },
  };
}

main().catch((error: unknown) => {
  process.stderr.write(`The worker could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
