import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BagId } from "~/domain/kernel/branded";
import { cancelLines } from "~/services/cancel-lines";
import { capturePayment } from "~/services/capture-payment";
import type { ShopDeps } from "~/services/deps";
import { followProvider } from "~/services/follow-provider";
import { importSettlements } from "~/services/import-settlements";
import { reconcilePayments } from "~/services/reconcile-payments";
import { runAudit } from "~/services/run-audit";
import { voidPayment } from "~/services/void-payment";
import { listBalances } from "~db/queries/ledger";
import { bookedPayment } from "~tests/support/card-payments";
import { onEachDatabase, type World } from "~tests/support/databases";
import { factsOf, type PaidOrder, paidOrder, shopDeps, stockOf, windowEnd } from "~tests/support/paid-orders";
import { noPayments, startProvider, type TestProvider } from "~tests/support/payments-provider";
import { openShop } from "~tests/support/shops";

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider?.stop());

const cancel = (world: World, order: PaidOrder, quantity: number) =>
  cancelLines(world.deps, {
    shopper: { personId: null, bagId: order.bagId as BagId },
    orderId: order.orderId,
    lines: [{ orderLineId: order.orderLineId, quantity }],
    reason: "other",
  });

const eventsOf = async (world: World, type: string) => {
  const rows = await world.db.query.selectFrom("events").select("payload").where("type", "=", type).execute();
  return rows.map((row) => JSON.parse(row.payload) as unknown);
};

const isFinished = async (world: World): Promise<boolean> => {
  const rows = await world.db.query.selectFrom("payments").select("finished").execute();
  return rows.every((row) => row.finished === 1);
};

/** Invariants of money, orders and stock that do not hold; without those about work that nobody does here. */
const broken = async (world: World) => {
  const { findings } = await runAudit(world.deps);
  return findings.filter(({ id, count }) => count > 0 && /^(orders|payments|stock|ledger)\./.test(id));
};

const balancesOf = async (world: World) =>
  Object.fromEntries((await listBalances(world.db.query)).map(({ account, amountMinor }) => [account, amountMinor]));

/** The process that ends at this point; what the caller sees of it. */
function dyingAt(deps: ShopDeps, point: string): ShopDeps {
  const die = (reached: string): void => {
    if (reached === point) throw new Error(`killed at ${point}`);
  };
  return { ...deps, faults: { reach: die } };
}

onEachDatabase((open) => {
  describe("a placed order", () => {
    it("is captured once when its window closes, by the worked example: fee, clearing, the brand's rest", async () => {
      const world = await open();
      const deps = shopDeps(world, provider);
      const order = await paidOrder(world, { provider, shop: await openShop(world) });
      await cancel(world, order, 1);
      await reconcilePayments(deps);
      expect(await factsOf(world, order.paymentId)).toEqual([
        ["requested", 8_596],
        ["authorised", 8_596],
      ]);
      world.clock.set(windowEnd(world.clock.now()));
      await Promise.all([reconcilePayments(deps), reconcilePayments({ ...deps, db: world.connect() })]);
      await reconcilePayments(deps);
      expect((await factsOf(world, order.paymentId)).slice(2).sort()).toEqual([
        ["capture_requested", 5_897],
        ["captured", 5_897],
      ]);
      expect(await bookedPayment(provider, order.paymentId)).toMatchObject({ state: "captured", capturedMinor: 5_897 });
      expect(await balancesOf(world)).toEqual({ brand_payable: -5_672, platform_fees: -225, provider_clearing: 5_897 });
      expect(await eventsOf(world, "payment.captured")).toMatchObject([{ orderId: order.orderId, amountMinor: 5_897, feeMinor: 225 }]);
      expect(await isFinished(world)).toBe(true);
      expect(await broken(world)).toEqual([]);
    });

    it("is let go of as soon as nothing is left of it, and never captured", async () => {
      const world = await open();
      const deps = shopDeps(world, provider);
      const order = await paidOrder(world, { provider, shop: await openShop(world) });
      await cancel(world, order, 3);
      await reconcilePayments(deps);
      world.clock.set(windowEnd(world.clock.now()));
      await reconcilePayments(deps);
      expect(await bookedPayment(provider, order.paymentId)).toMatchObject({ state: "canceled", capturedMinor: 0 });
      expect((await factsOf(world, order.paymentId)).at(-1)).toEqual(["voided", 8_596]);
      expect(await eventsOf(world, "payment.voided")).toEqual([{ orderId: order.orderId, paymentId: order.paymentId }]);
      expect(await balancesOf(world)).toEqual({});
      expect(await broken(world)).toEqual([]);
    });

    it("whose authorisation has gone is canceled: stock back, nothing booked", async () => {
      const world = await open();
      const order = await paidOrder(world, { provider, shop: await openShop(world) });
      const before = await stockOf(world, order.variantId);
      await provider.payments.cancel(order.paymentId);
      world.clock.set(windowEnd(world.clock.now()));
      await reconcilePayments(shopDeps(world, provider));
      expect((await factsOf(world, order.paymentId)).map(([kind]) => kind)).toContain("capture_failed");
      expect(await eventsOf(world, "order.lines_canceled")).toMatchObject([{ reason: "payment_failed", lines: [{ quantity: 3 }] }]);
      expect(await stockOf(world, order.variantId)).toEqual({ on_hand: before.on_hand + 3, reserved: 0 });
      expect(await balancesOf(world)).toEqual({});
      expect(await isFinished(world)).toBe(true);
      expect(await broken(world)).toEqual([]);
    });

    it.each(["capture.sent", "capture.before_commit"])("is captured once though the process ends at %s", async (point) => {
      const world = await open();
      const deps = shopDeps(world, provider);
      const order = await paidOrder(world, { provider, shop: await openShop(world) });
      world.clock.set(windowEnd(world.clock.now()));
      await expect(capturePayment(dyingAt(deps, point), order)).rejects.toThrow(point);
      expect(await isFinished(world)).toBe(false);
      await reconcilePayments(deps);
      expect((await balancesOf(world))["provider_clearing"]).toBe(8_596);
      expect(await eventsOf(world, "payment.captured")).toHaveLength(1);
      expect(await isFinished(world)).toBe(true);
      expect(await broken(world)).toEqual([]);
    });
  });

  describe("a failed checkout", () => {
    it("has its authorisation let go of, also the one the provider never heard of, and after a crash", async () => {
      const world = await open();
      const deps = shopDeps(world, provider);
      const shop = await openShop(world);
      const known = await paidOrder(world, { provider, shop }, { state: "failed" });
      const unknown = await paidOrder(world, { provider, shop }, { state: "failed", authorised: false });
      await expect(voidPayment(dyingAt(deps, "void.sent"), known)).rejects.toThrow("void.sent");
      await reconcilePayments(deps);
      for (const { paymentId } of [known, unknown]) {
        expect(await bookedPayment(provider, paymentId)).toMatchObject({ state: "canceled", capturedMinor: 0 });
      }
      expect(await eventsOf(world, "payment.voided")).toHaveLength(2);
      expect(await isFinished(world)).toBe(true);
      expect(await broken(world)).toEqual([]);
    });
  });

  it("gives up on no payment while the provider is down, asks ever more rarely, and goes on when it is back", async () => {
    const world = await open();
    const shop = await openShop(world);
    for (let made = 0; made < 5; made++) await paidOrder(world, { provider, shop });
    world.clock.set(windowEnd(world.clock.now()));
    const down = { ...shopDeps(world, provider), payments: noPayments() };
    expect(await reconcilePayments(down)).toEqual({ looked: 3, troubled: 3 });
    expect(await reconcilePayments(down)).toEqual({ looked: 2, troubled: 2 });
    expect(await reconcilePayments(down)).toEqual({ looked: 0, troubled: 0 });
    world.clock.advance(60_000);
    expect(await reconcilePayments(shopDeps(world, provider))).toEqual({ looked: 5, troubled: 0 });
    expect((await balancesOf(world))["provider_clearing"]).toBe(5 * 8_596);
  });

  it("looks at what changed in the provider's books when every webhook is lost", async () => {
    const world = await open();
    const deps = shopDeps(world, provider);
    const order = await paidOrder(world, { provider, shop: await openShop(world) });
    await reconcilePayments(deps);
    const waiting = await world.db.query.selectFrom("payments").select("next_look_at").executeTakeFirstOrThrow();
    expect(waiting.next_look_at).toBe(windowEnd(world.clock.now()));
    await provider.payments.cancel(order.paymentId);
    expect((await followProvider(deps)).changed).toBeGreaterThan(0);
    expect(await world.db.query.selectFrom("payments").select("next_look_at").execute()).toEqual([{ next_look_at: world.clock.now() }]);
    expect(await followProvider(deps)).toEqual({ changed: 0 });
  });

  it("takes each settlement in once, and the clearing account returns to nothing", async () => {
    const world = await open();
    const own = await startProvider();
    try {
      const deps = shopDeps(world, own);
      await paidOrder(world, { provider: own, shop: await openShop(world) });
      world.clock.set(windowEnd(world.clock.now()));
      await reconcilePayments(deps);
      expect(await own.control.settle()).toBe(1);
      expect(await importSettlements(deps)).toEqual({ imported: 1 });
      expect(await importSettlements(deps)).toEqual({ imported: 0 });
      const { cash = 0, provider_costs: costs = 0, ...rest } = await balancesOf(world);
      expect(rest["provider_clearing"]).toBe(0);
      expect(costs).toBeGreaterThan(0);
      expect(cash + costs).toBe(8_596);
      expect(await eventsOf(world, "provider.settled")).toMatchObject([{ grossMinor: 8_596, costMinor: costs }]);
    } finally {
      await own.stop();
    }
  });
});
