import { Redis } from "ioredis";
import pg from "pg";
import { expect, it } from "vitest";
import { startPostgres } from "~tests/support/postgres";
import { startRedis } from "~tests/support/redis";

/** The fault suites trust these servers to die and to come back the way real ones do. */

async function ask(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

it("starts a PostgreSQL that keeps what it acknowledged through kill -9", async () => {
  const postgres = await startPostgres({ durable: true });
  await ask(postgres.url, "create table kept (n bigint)");
  await ask(postgres.url, "insert into kept values (7)");
  await postgres.kill();
  await expect(ask(postgres.url, "select 1")).rejects.toThrow();
  await postgres.restart();
  expect(await ask(postgres.url, "select n from kept")).toEqual([{ n: "7" }]);
  await postgres.stop();
});

it("starts a Redis that forgets everything through kill -9", async () => {
  const redis = await startRedis();
  const before = new Redis(redis.url, { retryStrategy: () => null });
  before.on("error", () => before.disconnect());
  await before.set("key", "value");
  await redis.kill();
  await redis.restart();
  const after = new Redis(redis.url);
  expect(await after.get("key")).toBeNull();
  after.disconnect();
  await redis.stop();
});
