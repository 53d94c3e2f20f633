import { expect } from "vitest";
import type { BrandId, Instant } from "~/domain/kernel/branded";
import { instant } from "~/domain/kernel/instant";
import { countOutstandingEvents } from "~/services/count-outstanding-events";
import { runAudit } from "~/services/run-audit";
import { type Home, type RunningProcess, startProcess } from "~tests/support/app";
import type { World } from "~tests/support/databases";
import { record, refundOf, saleOf } from "~tests/support/samples";
import { until } from "~tests/support/until";

/** What was acknowledged: the sums that must be in the projections in the end, no cent more or less. */
export type Oracle = { orders: number; units: number; gross: number; refunds: number };

export function newOracle(): Oracle {
  return { orders: 0, units: 0, gross: 0, refunds: 0 };
}

/** Writes `count` events in one transaction; only when it is acknowledged do they enter the oracle. */
export async function writeEvents(world: World, brandId: BrandId, oracle: Oracle, count: number): Promise<void> {
  world.clock.set(Date.now());
  const at = (index: number): Instant => instant(world.clock.now() - index * 600_000);
  const events = Array.from({ length: count }, (_, index) =>
    index % 5 === 4
      ? refundOf(brandId, `C${index}`, { at: at(index), lines: [{ product: `p${index % 3}`, quantity: 1, amount: index }] })
      : saleOf(brandId, String(index), { at: at(index), lines: [{ product: `p${index % 3}`, quantity: 2, amount: index * 10 }] }),
  );
  await record(world, events);
  for (let index = 0; index < count; index++) {
    if (index % 5 === 4) oracle.refunds += index;
    else {
      oracle.orders += 1;
      oracle.units += 2;
      oracle.gross += index * 10;
    }
  }
}

/** As if half a minute had passed: the leases of killed workers end. */
export async function endLeases(world: World): Promise<void> {
  await world.db.query.updateTable("outbox").set({ lease_until: 0 }).where("state", "=", "leased").execute();
}

/** Lets a sound worker finish, then checks that nothing is lost, nothing is doubled and the audit is green. */
export async function settleAndCheck(world: World, home: Home, oracle: Oracle): Promise<void> {
  await endLeases(world);
  const worker = await startProcess("worker", home);
  try {
    await until(async () => (await outstandingNow(world)) === 0, { timeoutMs: 180_000, describe: worker.output });
  } finally {
    await worker.stop();
  }
  await checkSums(world, oracle);
}

/** Counted at the real present: the processes under test stamp their events with it. */
async function outstandingNow(world: World): Promise<number> {
  world.clock.set(Date.now());
  return countOutstandingEvents(world.deps);
}

/** The projections hold exactly what was acknowledged, and every invariant holds. */
export async function checkSums(world: World, oracle: Oracle): Promise<void> {
  const sums = await world.db.query
    .selectFrom("sales_by_quarter")
    .select((eb) => [
      eb.fn.sum<number>("orders").as("orders"),
      eb.fn.sum<number>("units").as("units"),
      eb.fn.sum<number>("gross_minor").as("gross"),
      eb.fn.sum<number>("refund_minor").as("refunds"),
    ])
    .executeTakeFirstOrThrow();
  expect({ orders: sums.orders ?? 0, units: sums.units ?? 0, gross: sums.gross ?? 0, refunds: sums.refunds ?? 0 }).toEqual(oracle);
  await checkAudit(world);
}

/** The audit is green, but for rows that this test writes without their import. */
export async function checkAudit(world: World): Promise<void> {
  world.clock.set(Date.now());
  const { findings } = await runAudit(world.deps);
  expect(findings.filter(({ count, id }) => count > 0 && id !== "history.events")).toEqual([]);
}

/** Waits until the process has been killed at its armed point. */
export async function untilKilled(running: RunningProcess): Promise<void> {
  await until(() => running.child.signalCode === "SIGKILL", { timeoutMs: 180_000, describe: () => `not killed: ${running.output()}` });
}
