import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { CrashPoint } from "~/ports/faults";
import { startProcess } from "~tests/support/app";
import { addBrand } from "~tests/support/samples";
import { endLeases, newOracle, settleAndCheck, untilKilled, writeEvents } from "./load";
import { type Bench, ROUNDS, SHAPES } from "./shapes";

const POINTS = [
  "relay.claimed",
  "relay.added",
  "fold.read",
  "fold.before_commit",
  "fold.after_commit",
] as const satisfies readonly CrashPoint[];

/** Kills at no particular moment while events keep coming. */
const RANDOM_KILLS = ROUNDS === 1 ? 3 : 50;

describe.each(Object.entries(SHAPES))("worker killed (%s)", (_, open) => {
  let bench: Bench | undefined;
  afterEach(async () => bench?.close());

  it.each(POINTS)("at %s: nothing lost, nothing doubled, audit green", async (point) => {
    bench = await open();
    const { world, home } = bench;
    const brandId = await addBrand(world);
    const oracle = newOracle();
    for (let round = 0; round < ROUNDS; round++) {
      await writeEvents(world, brandId, oracle, 30);
      const worker = await startProcess("worker", home, { CRASH_POINT: point });
      await untilKilled(worker);
      await endLeases(world);
    }
    await settleAndCheck(world, home, oracle);
  });

  it(`at random moments under load (${RANDOM_KILLS}): nothing lost, nothing doubled, audit green`, async () => {
    bench = await open();
    const { world, home } = bench;
    const brandId = await addBrand(world);
    const oracle = newOracle();
    let kills = 0;
    let writing = true;
    const writer = (async () => {
      while (writing) {
        await writeEvents(world, brandId, oracle, 20);
        await sleep(100);
      }
    })();
    for (; kills < RANDOM_KILLS; kills++) {
      const worker = await startProcess("worker", home);
      await sleep(50 + ((kills * 137) % 400));
      await worker.kill();
      await endLeases(world);
    }
    writing = false;
    await writer;
    await settleAndCheck(world, home, oracle);
    expect(kills).toBe(RANDOM_KILLS);
  });

  it("asked politely, it finishes what it holds and leaves no lease behind", async () => {
    bench = await open();
    const { world, home } = bench;
    const brandId = await addBrand(world);
    const oracle = newOracle();
    for (let round = 0; round < 100; round++) await writeEvents(world, brandId, oracle, 50);
    const worker = await startProcess("worker", home);
    await worker.stop();
    expect(worker.child.exitCode).toBe(0);
    const leased = await world.db.query.selectFrom("outbox").select("event_id").where("state", "=", "leased").execute();
    expect(leased).toEqual([]);
    await settleAndCheck(world, home, oracle);
  });
});
