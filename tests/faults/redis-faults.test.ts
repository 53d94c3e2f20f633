import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterEach, describe, it } from "vitest";
import { countOutstandingEvents } from "~/services/count-outstanding-events";
import { makeHome, startProcess } from "~tests/support/app";
import { openWorld, type World } from "~tests/support/databases";
import { type RedisServer, startRedis } from "~tests/support/redis";
import { addBrand } from "~tests/support/samples";
import { until } from "~tests/support/until";
import { checkSums, endLeases, newOracle, writeEvents } from "./load";
import { ROUNDS } from "./shapes";

/** How long Redis stays away in one test: a minute in the long form. */
const AWAY_MS = ROUNDS === 1 ? 2_000 : 60_000;
const FLUSHES = ROUNDS === 1 ? 3 : 20;

describe("Redis", () => {
  const cleanups: (() => Promise<unknown> | unknown)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  async function openWithRedis(): Promise<{ world: World; redis: RedisServer; worker: Awaited<ReturnType<typeof startProcess>> }> {
    const redis = await startRedis();
    cleanups.push(redis.stop);
    const world = await openWorld("postgres");
    cleanups.push(world.close);
    if (!("url" in world.where)) throw new Error("PostgreSQL expected");
    const home = await makeHome({
      DATABASE_URL: world.where.url,
      REDIS_URL: redis.url,
      AUTH_SECRET: "a secret of the fault tests, 32 or more",
      LOG_LEVEL: "silent",
    });
    cleanups.push(home.remove);
    const worker = await startProcess("worker", home);
    cleanups.push(worker.stop);
    return { world, redis, worker };
  }

  /** Lets the worker finish; every two seconds half a minute passes for the batches that Redis forgot. */
  async function settled(world: World, describe: () => string): Promise<void> {
    let looks = 0;
    const empty = async (): Promise<boolean> => {
      if (++looks % 100 === 0) await endLeases(world);
      return (await countOutstandingEvents(world.deps)) === 0;
    };
    await until(empty, { timeoutMs: 180_000, describe });
  }

  it(`flushed ${FLUSHES} times while events flow: nothing lost, nothing doubled, audit green`, async () => {
    const { world, redis, worker } = await openWithRedis();
    const brandId = await addBrand(world);
    const oracle = newOracle();
    const client = new Redis(redis.url);
    cleanups.push(() => client.disconnect());
    for (let flush = 0; flush < FLUSHES; flush++) {
      for (let batch = 0; batch < 10; batch++) await writeEvents(world, brandId, oracle, 40);
      await client.flushall();
      await sleep(50);
    }
    await settled(world, worker.output);
    await checkSums(world, oracle);
  });

  it(`killed for ${AWAY_MS} ms and back, empty: the worker goes on by itself`, async () => {
    const { world, redis, worker } = await openWithRedis();
    const brandId = await addBrand(world);
    const oracle = newOracle();
    await writeEvents(world, brandId, oracle, 200);
    await redis.kill();
    await writeEvents(world, brandId, oracle, 200);
    await sleep(AWAY_MS);
    await redis.restart();
    await writeEvents(world, brandId, oracle, 200);
    await settled(world, worker.output);
    await checkSums(world, oracle);
  });
});
