import { Redis } from "ioredis";
import { inject } from "vitest";
import "./global-setup";
import { REDIS_DATABASES } from "./redis";

/** Number 0 belongs to this counter alone. */
const COUNTER = "vitrine:tests:databases";

/**
 * The address of an empty database of the run's Redis that no other test uses. Flushing it is fine; a test that
 * flushes or stops the whole server starts its own with `startRedis`.
 */
export async function openRedisDatabase(): Promise<string> {
  const { redisUrl } = inject("services");
  const client = new Redis(redisUrl, { maxRetriesPerRequest: 1 });
  try {
    const taken = await client.incr(COUNTER);
    const number = 1 + (taken % (REDIS_DATABASES - 1));
    await client.select(number);
    await client.flushdb();
    return `${redisUrl}/${number}`;
  } finally {
    client.disconnect();
  }
}
