import { afterEach, describe, expect, it } from "vitest";
import { MINUTE_MS } from "~/domain/kernel/instant";
import type { CrashPoint } from "~/ports/faults";
import { countOutstandingEvents } from "~/services/count-outstanding-events";
import { listBalances } from "~db/queries/ledger";
import { startProcess } from "~tests/support/app";
import { bookedPayment } from "~tests/support/card-payments";
import { type PaidOrder, paidOrder } from "~tests/support/paid-orders";
import { startProvider, type TestProvider } from "~tests/support/payments-provider";
import { openShop, type Shop } from "~tests/support/shops";
import { until } from "~tests/support/until";
import { checkAudit, endLeases, untilKilled } from "./load";
import { type Bench, ROUNDS, SHAPES } from "./shapes";

const POINTS = ["capture.sent", "capture.before_commit", "void.sent"] as const satisfies readonly CrashPoint[];

/** What must come of it: placed orders are taken once, failed ones let go of. */
type Wanted = { readonly captures: PaidOrder[]; readonly voids: PaidOrder[] };

describe.each(Object.entries(SHAPES))("worker killed while it finishes payments, every webhook lost (%s)", (_, open) => {
  let bench: Bench | undefined;
  let provider: TestProvider | undefined;
  afterEach(async () => {
    await provider?.stop();
    await bench?.close();
  });

  it.each(POINTS)("at %s: each order is taken once or let go of, the books agree, audit green", async (point) => {
    bench = await open();
    provider = await startProvider();
    const { world, home } = bench;
    const env = { PROVIDER_URL: provider.url, PROVIDER_SECRET: provider.secret };
    const shop = await openShop(world);
    const wanted: Wanted = { captures: [], voids: [] };
    for (let round = 0; round < ROUNDS; round++) {
      await sell(bench, provider, { shop, wanted });
      const worker = await startProcess("worker", home, { ...env, CRASH_POINT: point });
      await untilKilled(worker);
      await endLeases(world);
    }
    const worker = await startProcess("worker", home, env);
    try {
      await until(() => isSettled(bench), { timeoutMs: 180_000, describe: worker.output });
    } finally {
      await worker.stop();
    }
    await check(bench, provider, wanted);
  });
});

/** Two orders whose cancel window has closed, and one whose checkout failed with its payment still authorised. */
async function sell({ world }: Bench, provider: TestProvider, { shop, wanted }: { shop: Shop; wanted: Wanted }): Promise<void> {
  world.clock.set(Date.now() - 31 * MINUTE_MS);
  for (let made = 0; made < 2; made++) wanted.captures.push(await paidOrder(world, { provider, shop }));
  wanted.voids.push(await paidOrder(world, { provider, shop }, { state: "failed" }));
}

async function isSettled(bench: Bench | undefined): Promise<boolean> {
  if (bench === undefined) return false;
  const { world } = bench;
  world.clock.set(Date.now());
  const open = await world.db.query.selectFrom("payments").select("id").where("finished", "=", 0).execute();
  return open.length === 0 && (await countOutstandingEvents(world.deps)) === 0;
}

async function check({ world }: Bench, provider: TestProvider, wanted: Wanted): Promise<void> {
  const total = wanted.captures.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  for (const { paymentId, totalMinor } of wanted.captures) {
    expect(await bookedPayment(provider, paymentId)).toMatchObject({ state: "captured", capturedMinor: totalMinor });
  }
  for (const { paymentId } of wanted.voids) {
    expect(await bookedPayment(provider, paymentId)).toMatchObject({ state: "canceled", capturedMinor: 0 });
  }
  const clearing = (await listBalances(world.db.query)).find(({ account }) => account === "provider_clearing");
  expect(clearing?.amountMinor).toBe(total);
  const events = await world.db.query
    .selectFrom("events")
    .select("type")
    .where("type", "in", ["payment.captured", "payment.voided"])
    .execute();
  expect(events).toHaveLength(wanted.captures.length + wanted.voids.length);
  await checkAudit(world);
}
