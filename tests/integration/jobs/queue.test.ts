import { Redis } from "ioredis";
import { afterEach, describe, expect, it } from "vitest";
import type { Log } from "~/ports/log";
import type { Queue, QueuedJob } from "~/ports/queue";
import { redisQueue } from "~jobs/queue/bullmq";
import { embeddedQueue } from "~jobs/queue/embedded";
import { BadJobError } from "~jobs/unrecoverable";
import { startRedis } from "~tests/support/redis";
import { openRedisDatabase } from "~tests/support/redis-databases";
import { until } from "~tests/support/until";

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const QUEUES: Readonly<Record<string, () => Promise<Queue>>> = {
  embedded: async () => embeddedQueue(SILENT),
  redis: async () => redisQueue({ url: await openRedisDatabase(), prefix: "vitrine", log: SILENT }),
};

function job(id: string): QueuedJob {
  return { name: "projections.fold", id, payload: { batchId: id } };
}

describe.each(Object.keys(QUEUES))("%s queue", (kind) => {
  const opened: Queue[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((queue) => queue.close(1_000)));
  });
  const open = async (): Promise<Queue> => {
    const queue = await (QUEUES[kind] as () => Promise<Queue>)();
    opened.push(queue);
    return queue;
  };

  it("runs every job once with its payload, also those added before the start", async () => {
    const queue = await open();
    const seen: unknown[] = [];
    await queue.add(job("bat_1"));
    await queue.start({ work: async (ran) => void seen.push(ran.payload), handBack: async () => undefined, gaveUp: async () => undefined });
    for (let at = 2; at <= 20; at++) await queue.add(job(`bat_${at}`));
    await until(() => seen.length >= 20);
    expect(seen).toEqual(Array.from({ length: 20 }, (_, at) => ({ batchId: `bat_${at + 1}` })));
  });

  it("tries a failing job again until it succeeds", async () => {
    const queue = await open();
    let tries = 0;
    let gaveUp = 0;
    const work = async (): Promise<void> => {
      tries += 1;
      if (tries < 4) throw new Error("database busy");
    };
    await queue.start({
      work,
      handBack: async () => undefined,
      gaveUp: async () => {
        gaveUp += 1;
      },
    });
    await queue.add(job("bat_1"));
    await until(() => tries === 4);
    expect(gaveUp).toBe(0);
  });

  it("gives a hopeless job up at once, and says so once", async () => {
    const queue = await open();
    let tries = 0;
    const givenUp: unknown[] = [];
    const work = async (): Promise<void> => {
      tries += 1;
      throw new BadJobError("bad data");
    };
    await queue.start({
      work,
      handBack: async () => undefined,
      gaveUp: async (ran, error) => void givenUp.push([ran.id, error instanceof Error && error.message]),
    });
    await queue.add(job("bat_1"));
    await until(() => givenUp.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect({ tries, givenUp }).toEqual({ tries: 1, givenUp: [["bat_1", "bad data"]] });
  });

  it("gives a job up after its last try", async () => {
    const queue = await open();
    let tries = 0;
    const givenUp: string[] = [];
    const work = async (): Promise<void> => {
      tries += 1;
      throw new Error("still busy");
    };
    await queue.start({ work, handBack: async () => undefined, gaveUp: async (ran) => void givenUp.push(ran.id) });
    await queue.add(job("bat_1"));
    await until(() => givenUp.length === 1);
    expect(tries).toBe(8);
  });

  it("lets the job in hand end when it closes", async () => {
    const queue = await open();
    let ended = false;
    let started = false;
    const work = async (): Promise<void> => {
      started = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
      ended = true;
    };
    await queue.start({ work, handBack: async () => undefined, gaveUp: async () => undefined });
    await queue.add(job("bat_1"));
    await until(() => started);
    await queue.close(5_000);
    expect(ended).toBe(true);
  });
});

describe("redis queue", () => {
  it("refuses a Redis that may evict jobs, saying what to do", async () => {
    const redis = await startRedis();
    try {
      const client = new Redis(redis.url);
      await client.config("SET", "maxmemory-policy", "allkeys-lru");
      client.disconnect();
      const queue = redisQueue({ url: redis.url, prefix: "vitrine", log: SILENT });
      await expect(
        queue.start({ work: async () => undefined, handBack: async () => undefined, gaveUp: async () => undefined }),
      ).rejects.toThrow("maxmemory-policy noeviction");
      await queue.close(500);
    } finally {
      await redis.stop();
    }
  });

  it("fails fast when Redis is out of reach, so that the relay gives the events back", async () => {
    const redis = await startRedis();
    const queue = redisQueue({ url: redis.url, prefix: "vitrine", log: SILENT });
    await redis.kill();
    await expect(queue.add(job("bat_1"))).rejects.toThrow();
    await queue.close(500);
    await redis.stop();
  });
});
