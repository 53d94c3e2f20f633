import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { collectOutput, endProcess, endWithThisProcess, findExecutable, freePort, isRunning, scratchFolder } from "./processes";

/** It takes milliseconds; only a hang or a machine at a standstill takes long. */
const START_TIMEOUT_MS = 60_000;
/** Every test takes the next one, so that none sees another's keys. */
export const REDIS_DATABASES = 4096;

export type RedisServer = {
  /** Address of database 0. */
  readonly url: string;
  readonly pid: () => number;
  /** kill -9: everything in memory is gone. */
  readonly kill: () => Promise<void>;
  /** Starts again, empty, on the same port. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The program `redis-server`; undefined when Redis is not installed. */
export function findRedis(): string | undefined {
  return findExecutable(["redis-server", "valkey-server"]);
}

/**
 * Starts a private Redis on a free port of 127.0.0.1 that keeps nothing on disk and refuses writes when full
 * (`noeviction`, which the queue insists on). Errors: not installed; its own output when it does not start.
 */
export async function startRedis(): Promise<RedisServer> {
  const program = findRedis();
  if (program === undefined) throw new Error("Redis is not installed (Debian: apt-get install redis-server).");
  const { folder, remove } = scratchFolder("vitrine-redis-");
  const port = await freePort();
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--databases", String(REDIS_DATABASES)];
  const args = [...settings, "--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction"];
  const start = async (): Promise<ReturnType<typeof spawn>> => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    endWithThisProcess(child, "SIGKILL");
    await answers(port, child, collectOutput(child));
    return child;
  };
  let child = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: () => child.pid ?? 0,
    kill: () => endProcess(child, "SIGKILL"),
    restart: async () => {
      child = await start();
    },
    stop: async () => {
      await endProcess(child);
      remove();
    },
  };
}

async function answers(port: number, child: ReturnType<typeof spawn>, output: () => string): Promise<void> {
  const until = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (!isRunning(child)) throw new Error(`Redis ended while starting:\n${output()}`);
    if (await ping(port)) return;
    if (Date.now() > until) throw new Error(`Redis does not answer:\n${output()}`);
    await sleep(20);
  }
}

async function ping(port: number): Promise<boolean> {
  const client = new Redis({ port, host: "127.0.0.1", lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === "PONG";
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  } finally {
    client.disconnect();
  }
}
