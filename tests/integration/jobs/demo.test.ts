import { expect, it } from "vitest";
import { scryptPasswords } from "~/adapters/auth/scrypt-passwords";
import { DAY_MS, HOUR_MS } from "~/domain/kernel/instant";
import { claimEvents } from "~/services/claim-events";
import { foldEvents } from "~/services/fold-events";
import { readProgress } from "~/services/read-progress";
import { runAudit } from "~/services/run-audit";
import type { WorkerDeps } from "~jobs/container";
import { fillDemo } from "~jobs/demo/fill";
import { catchUp, keepSelling } from "~jobs/demo/keep-selling";
import { onEachDatabase, type World } from "~tests/support/databases";

const DAYS = 2;

function depsOf(world: World): WorkerDeps {
  return { ...world.deps, passwords: scryptPasswords(), openSecondHandle: world.connect };
}

async function counts(world: World): Promise<Record<string, number>> {
  const count = async (table: "brands" | "people" | "affiliates" | "partnerships" | "products" | "variants" | "events"): Promise<number> =>
    Number(
      (
        await world.db.query
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as("n"))
          .executeTakeFirstOrThrow()
      ).n,
    );
  return {
    brands: await count("brands"),
    people: await count("people"),
    affiliates: await count("affiliates"),
    products: await count("products"),
    variants: await count("variants"),
    partnerships: await count("partnerships"),
    events: await count("events"),
  };
}

/** The third import of a catalogue file fails once, as if the process had been killed there. */
function failingOnce(deps: WorkerDeps): WorkerDeps {
  let reached = 0;
  return {
    ...deps,
    faults: {
      reach: (point) => {
        if (point !== "import.after_commit") return;
        reached += 1;
        if (reached === 3) throw new Error("killed");
      },
    },
  };
}

onEachDatabase((open) => {
  it("fills the world once, goes on after a kill, and leaves a filled world alone", async () => {
    const world = await open();
    const deps = depsOf(world);
    world.clock.advance(12 * HOUR_MS);
    await expect(fillDemo(failingOnce(deps), { days: DAYS })).rejects.toThrow("killed");
    const shops = await fillDemo(deps, { days: DAYS });
    const filled = await counts(world);
    expect(filled).toMatchObject({ brands: 6, people: 27, affiliates: 24, products: 300 });
    expect(filled["events"]).toBeGreaterThan(200);
    expect((await readProgress(deps)).map(({ key, state }) => [key, state])).toEqual([
      ["demo.brands", "done"],
      ["demo.catalog", "done"],
      ["demo.history", "done"],
      ["demo.people", "done"],
    ]);
    await fillDemo(deps, { days: DAYS });
    await catchUp(deps, shops);
    expect(await counts(world)).toEqual(filled);
  });

  it("sells on, takes in the days it slept through, and stays sound", async () => {
    const world = await open();
    const deps = depsOf(world);
    world.clock.advance(12 * HOUR_MS);
    const shops = await fillDemo(deps, { days: 1 });
    const before = (await counts(world))["events"] ?? 0;
    world.clock.advance(2 * DAY_MS);
    await catchUp(deps, shops);
    const after = (await counts(world))["events"] ?? 0;
    expect(after).toBeGreaterThan(before + 300);
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 150);
    await keepSelling(deps, shops, { orderEveryMs: 10, signal: stopping.signal });
    expect((await counts(world))["events"]).toBeGreaterThan(after);
    for (;;) {
      const claimed = await claimEvents(deps, { consumer: "projections.fold", batchSize: 500, batchesAhead: 4 });
      if (claimed === null) break;
      await foldEvents(deps, { batchId: claimed.batchId });
    }
    await world.db.query.deleteFrom("outbox").where("consumer", "=", "catalog.import").execute();
    const { findings } = await runAudit(deps);
    expect(findings.filter(({ count, id }) => count > 0 && id !== "events.none_lost")).toEqual([]);
  });
});
