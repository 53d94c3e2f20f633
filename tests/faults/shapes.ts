import { dirname } from "node:path";
import { inject } from "vitest";
import { type Home, makeHome } from "~tests/support/app";
import { openWorld, type World } from "~tests/support/databases";
import { openRedisDatabase } from "~tests/support/redis-databases";

/** How often each crash point fires: once in the smoke form, twenty times in the long one. */
export const ROUNDS = process.env["FAULTS"] === "long" ? 20 : 1;

/** A product on its own database (and Redis), whose tables the test can read and write as another process would. */
export type Bench = { readonly world: World; readonly home: Home; readonly close: () => Promise<void> };

/** The two shapes the product runs in. */
export const SHAPES = {
  "SQLite, embedded queue": () => openBench("sqlite", async () => ({})),
  "PostgreSQL, Redis": () => openBench("postgres", async () => ({ REDIS_URL: await openRedisDatabase() })),
} as const;

async function openBench(dialect: "sqlite" | "postgres", extra: () => Promise<Record<string, string>>): Promise<Bench> {
  inject("services");
  const world = await openWorld(dialect);
  world.clock.set(Date.now());
  const { where } = world;
  const place =
    "url" in where
      ? { DATABASE_URL: where.url, AUTH_SECRET: "a secret of the fault tests, 32 or more" }
      : { DATA_DIR: dirname(where.file) };
  const home = await makeHome({ ...place, ...(await extra()), LOG_LEVEL: "silent", VITRINE_TEST: "1" });
  return {
    world,
    home,
    close: async () => {
      home.remove();
      await world.close();
    },
  };
}
