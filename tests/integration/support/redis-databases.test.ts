import { Redis } from "ioredis";
import { expect, it } from "vitest";
import { openRedisDatabase } from "~tests/support/redis-databases";

it("gives every caller an empty database of its own, on a server that never evicts", async () => {
  const [one, other] = [new Redis(await openRedisDatabase()), new Redis(await openRedisDatabase())];
  await one.set("key", "value");
  expect(await other.keys("*")).toEqual([]);
  expect(await one.config("GET", "maxmemory-policy")).toEqual(["maxmemory-policy", "noeviction"]);
  one.disconnect();
  other.disconnect();
});
