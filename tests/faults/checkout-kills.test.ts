import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { VariantId } from "~/domain/kernel/branded";
import type { CrashPoint } from "~/ports/faults";
import type { ProviderPayment } from "~/ports/payments";
import { countOutstandingEvents } from "~/services/count-outstanding-events";
import { isUp, type RunningProcess, startProcess } from "~tests/support/app";
import { buyingDeps, sell } from "~tests/support/checkout-world";
import { comeToPay, type Form, type Paid, pressPay } from "~tests/support/http-buyer";
import { startProvider, type TestProvider } from "~tests/support/payments-provider";
import { until } from "~tests/support/until";
import { checkAudit, endLeases, untilKilled } from "./load";
import { type Bench, ROUNDS, SHAPES } from "./shapes";

const WEB_POINTS = [
  "place.before_commit",
  "place.after_commit",
  "authorise.sent",
  "authorise.answered",
  "fate.before_commit",
  "fate.after_commit",
] as const satisfies readonly CrashPoint[];

/** What the worker passes when it decides a checkout its web process left behind. */
const WORKER_POINTS = [
  "authorise.sent",
  "authorise.answered",
  "fate.before_commit",
  "fate.after_commit",
] as const satisfies readonly CrashPoint[];

const PROVIDER_POINTS = ["before_commit", "before_reply"] as const;

const RANDOM_KILLS = ROUNDS === 1 ? 4 : 200;

const STOCK = 5_000;

/** A shop open to HTTP, and everything that was promised to its shoppers. */
type Scene = {
  readonly bench: Bench;
  readonly provider: TestProvider;
  readonly env: Readonly<Record<string, string>>;
  readonly variantId: VariantId;
  readonly forms: Form[];
  /** Checkouts whose shoppers saw their orders placed. */
  readonly acknowledged: Set<string>;
};

describe.each(Object.entries(SHAPES))("killed while shoppers pay (%s)", (_, open) => {
  let scene: Scene | undefined;
  const running: RunningProcess[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) if (isUp(one)) await one.stop();
    await scene?.provider.stop();
    await scene?.bench.close();
  });
  const start = async (...args: Parameters<typeof startProcess>): Promise<RunningProcess> => {
    const process = await startProcess(...args);
    running.push(process);
    return process;
  };

  it(`at every point of the seam (${ROUNDS}×): all or none, nothing lost, nobody charged twice, no stock leaks, audit green`, async () => {
    scene = await openScene(open);
    const { bench, provider, env } = scene;
    const { home, world } = bench;
    for (let round = 0; round < ROUNDS; round++) {
      // Made in each round: a checkout ends when nobody looks at it for half an hour.
      const forms = await comeAll(start, scene, WEB_POINTS.length + WORKER_POINTS.length + PROVIDER_POINTS.length);
      const next = forms.values();
      const form = (): Form => next.next().value as Form;
      for (const point of WEB_POINTS) {
        const doomed = await start("web", home, { ...env, CRASH_POINT: point });
        expect(await pressPay(home.origin, form())).toBe("unanswered");
        await untilKilled(doomed);
      }
      for (const point of WORKER_POINTS) {
        await leaveBehind(start, scene, form());
        const doomed = await start("worker", home, { ...env, CRASH_POINT: point });
        await untilKilled(doomed);
        await endLeases(world);
      }
      const web = await start("web", home, env);
      for (const when of PROVIDER_POINTS) {
        await provider.control.crashAt("authorise", when);
        expect(await pressPay(home.origin, form())).toBe("waiting");
        await provider.ended();
        await provider.restart();
      }
      for (const left of forms) await insist(scene, left);
      await web.stop();
    }
    await finish(start, scene);
    await check(scene, { sold: scene.forms.length });
  });

  it(`at random moments under load (${RANDOM_KILLS} kills of web, worker and provider): the same holds`, async () => {
    scene = await openScene(open);
    const { bench, provider, env } = scene;
    const { home, world } = bench;
    const life = { web: await start("web", home, env), worker: await start("worker", home, env) };
    const shopping = { open: true };
    const shoppers = Array.from({ length: 3 }, () => shop(scene as Scene, shopping));
    for (let kill = 0; kill < RANDOM_KILLS; kill++) {
      await sleep(300 + ((kill * 613) % 1_500));
      if (kill % 4 === 3) {
        await provider.kill();
        await provider.restart();
        continue;
      }
      const victim = kill % 2 === 0 ? "web" : "worker";
      await life[victim].kill();
      await endLeases(world);
      life[victim] = await start(victim, home, env);
    }
    shopping.open = false;
    await Promise.all(shoppers);
    await life.worker.stop();
    await life.web.stop();
    await finish(start, scene);
    expect(scene.acknowledged.size).toBeGreaterThan(0);
    await check(scene, { sold: scene.forms.length });
  });
});

type Start = (...args: Parameters<typeof startProcess>) => Promise<RunningProcess>;

async function openScene(open: () => Promise<Bench>): Promise<Scene> {
  const bench = await open();
  const { world, home } = bench;
  const provider = await startProvider({ appOrigin: home.origin });
  world.clock.set(Date.now());
  const { variantId } = await sell(world, buyingDeps(world, provider), { slug: "brume", onHand: STOCK });
  // Captured as soon as it is placed, so that a test sees the end of it.
  await world.db.query.updateTable("brands").set({ cancel_window_minutes: 0 }).execute();
  const env = { PROVIDER_URL: provider.url, PROVIDER_PUBLIC_ORIGIN: provider.url, PROVIDER_SECRET: provider.secret };
  return { bench, provider, env, variantId, forms: [], acknowledged: new Set() };
}

/** Shoppers who come as far as the pay button, in a web process that is sound. */
async function comeAll(start: Start, scene: Scene, count: number): Promise<readonly Form[]> {
  const web = await start("web", scene.bench.home, scene.env);
  const forms: Form[] = [];
  for (let buyer = 0; buyer < count; buyer++) forms.push(await comeToPay(scene.bench.home.origin, scene));
  await web.stop();
  scene.forms.push(...forms);
  return forms;
}

/** A web process that dies right after it wrote the order; whoever comes next may act at once. */
async function leaveBehind(start: Start, { bench, env }: Scene, form: Form): Promise<void> {
  const doomed = await start("web", bench.home, { ...env, CRASH_POINT: "place.after_commit" });
  expect(await pressPay(bench.home.origin, form)).toBe("unanswered");
  await untilKilled(doomed);
  await bench.world.db.query.updateTable("payments").set({ next_look_at: 0 }).where("checkout_id", "=", form.checkoutId).execute();
}

/** Buys one piece after another and presses pay until somebody answers, as a stubborn shopper would. */
async function shop(scene: Scene, shopping: { open: boolean }): Promise<void> {
  const { origin } = scene.bench.home;
  while (shopping.open) {
    const form = await comeToPay(origin, { variantId: scene.variantId, patient: true });
    scene.forms.push(form);
    await insist(scene, form);
  }
}

async function insist(scene: Scene, form: Form): Promise<void> {
  const { origin } = scene.bench.home;
  for (let paid: Paid | number = "unanswered"; paid !== "placed"; ) {
    paid = await pressPay(origin, form);
    if (paid === "failed" || paid === "challenge") throw new Error(`A good card was ${paid}`);
    if (typeof paid === "number" && paid < 500) throw new Error(`Refused with ${paid}`);
    if (paid !== "placed") await sleep(200);
  }
  scene.acknowledged.add(form.checkoutId);
}

/** Sound processes, and every shopper presses pay again under their key; then everything runs to its end. */
async function finish(start: Start, scene: Scene): Promise<void> {
  const { bench, env } = scene;
  const web = await start("web", bench.home, env);
  const worker = await start("worker", bench.home, env);
  await endLeases(bench.world);
  for (const form of scene.forms) await insist(scene, form);
  await until(() => isSettled(bench), { timeoutMs: 120_000, describe: worker.output });
  await worker.stop();
  await web.stop();
}

async function isSettled({ world }: Bench): Promise<boolean> {
  world.clock.set(Date.now());
  const open = await world.db.query.selectFrom("payments").select("id").where("finished", "=", 0).execute();
  return open.length === 0 && (await countOutstandingEvents(world.deps)) === 0;
}

/** One order, one charge of its total and one piece for each shopper who was told so, and nothing besides. */
async function check({ bench, provider, acknowledged, variantId }: Scene, { sold }: { readonly sold: number }): Promise<void> {
  const { query } = bench.world.db;
  const orders = await query.selectFrom("orders").select(["id", "checkout_id", "state", "total_minor"]).execute();
  const placed = orders.filter(({ state }) => state === "placed");
  expect(new Set(placed.map(({ checkout_id }) => checkout_id))).toEqual(acknowledged);
  expect([placed.length, orders.length]).toEqual([sold, sold]);
  const payments = new Map(
    (await query.selectFrom("payments").select(["id", "amount_minor"]).execute()).map((row) => [row.id, row.amount_minor]),
  );
  const charges = await chargesOf(provider);
  expect([...charges.keys()].sort()).toEqual([...payments.keys()].sort());
  for (const charge of charges.values()) expect(charge.capturedMinor).toBe(payments.get(charge.paymentId));
  const stock = await query
    .selectFrom("stock_levels")
    .select(["on_hand", "reserved"])
    .where("variant_id", "=", variantId)
    .executeTakeFirst();
  expect(stock).toEqual({ on_hand: STOCK - sold, reserved: 0 });
  await checkAudit(bench.world);
}

/** How each payment stands at last in the provider's books. */
async function chargesOf(provider: TestProvider): Promise<ReadonlyMap<string, ProviderPayment>> {
  const charges = new Map<string, ProviderPayment>();
  for (let after: string | null = null; ; ) {
    const { payments, cursor } = await provider.payments.listChanges(after);
    for (const payment of payments) charges.set(payment.paymentId, payment);
    if (cursor === null || cursor === after) return charges;
    after = cursor;
  }
}
