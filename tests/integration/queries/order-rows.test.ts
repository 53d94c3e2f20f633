import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Instant, OrderId, PersonId, VariantId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import { findCheckout } from "~db/queries/checkouts";
import { type Answer, settleFate } from "~db/queries/fates";
import { listOrderLines } from "~db/queries/order-lines";
import { viewOrders } from "~db/queries/order-views";
import { writeOrder } from "~db/queries/order-writes";
import {
  countShopperOrders,
  findOrder,
  isNewCustomer,
  isOwnOrder,
  listCheckoutOrders,
  listOrdersOf,
  listShopperOrders,
  markFailed,
  markPlaced,
  pickFreeNumber,
} from "~db/queries/orders";
import { insertFact, listPaymentsOf, listPaymentsOfOrders, writePayment } from "~db/queries/payments";
import { readPricedCheckout } from "~db/queries/priced-checkouts";
import { releaseUnits, reserveUnits, sellUnits } from "~db/queries/reservations";
import { isDuplicate, transact } from "~db/transaction";
import { buyingDeps, getReady, pay, sell } from "~tests/support/checkout-world";
import { onEachDatabase, type World } from "~tests/support/databases";
import { noPayments, startProvider, type TestProvider } from "~tests/support/payments-provider";

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider?.stop());

/** An order that waits for a provider who does not answer. */
async function waiting(open: () => Promise<World>) {
  const world = await open();
  const deps = buyingDeps(world, provider);
  const brume = await sell(world, deps, { slug: "brume", onHand: 10 });
  const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 2 }] });
  await pay({ ...deps, payments: noPayments() }, ready);
  const [order] = await listOrdersOf(world.db.query, ready.checkoutId);
  const [payment] = await listPaymentsOf(world.db.query, ready.checkoutId);
  if (order === undefined || payment === undefined) throw new Error("nothing was written");
  return { world, deps, brume, ready, order, payment, now: world.clock.now() };
}

const stockOf = (world: World) => world.db.query.selectFrom("stock_levels").select(["on_hand", "reserved"]).executeTakeFirstOrThrow();
const reservationsOf = (world: World) =>
  world.db.query.selectFrom("reservations").select(["quantity", "state"]).orderBy("order_id").execute();

onEachDatabase((open) => {
  describe("orders", () => {
    it("are read as they were written, by id and number, with their lines and payment", async () => {
      const { world, order, payment, ready } = await waiting(open);
      const q = world.db.query;
      expect(await findOrder(q, { number: order.number })).toEqual(order);
      expect(await findOrder(q, { orderId: "none" as OrderId })).toBeUndefined();
      expect((await listOrderLines(q, [order.orderId])).get(order.orderId)).toEqual(order.lines);
      expect(await listOrderLines(q, [])).toEqual(new Map());
      expect((await listPaymentsOfOrders(q, [order.orderId])).get(order.orderId)).toEqual(payment);
      expect(await listPaymentsOfOrders(q, [])).toEqual(new Map());
      expect(payment.facts.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([["requested", order.totalMinor]]);
      expect(await listCheckoutOrders(q, ready.checkoutId)).toEqual([
        { orderId: order.orderId, number: order.number, brandName: "brume", state: "awaiting_payment" },
      ]);
      expect(await viewOrders(q, [order], world.clock.now())).toMatchObject([{ status: "awaiting_payment", brand: { slug: "brume" } }]);
    });

    it("are placed or fail once, and are their shopper's only then", async () => {
      const { world, order, now, ready } = await waiting(open);
      const q = world.db.query;
      const customer = { brandId: order.brandId, personId: null, email: order.email };
      expect([await countShopperOrders(q, ready.by), await isNewCustomer(q, customer)]).toEqual([0, true]);
      const placed = { now, cancelUntil: (now + 1) as Instant, programSeq: 7, newCustomer: true };
      await transact(world.db, (tx) => markPlaced(tx, order.orderId, placed));
      await expect(transact(world.db, (tx) => markFailed(tx, order.orderId))).rejects.toThrow();
      await expect(transact(world.db, (tx) => markPlaced(tx, order.orderId, placed))).rejects.toThrow();
      expect((await listShopperOrders(q, { by: ready.by, offset: 0, limit: 5 })).map(({ orderId, version }) => [orderId, version])).toEqual(
        [[order.orderId, 2]],
      );
      expect([await countShopperOrders(q, ready.by), await isNewCustomer(q, customer)]).toEqual([1, false]);
      expect(await isNewCustomer(q, { ...customer, email: "another@example.org" })).toBe(true);
      const strangers = [
        { personId: "per_x" as PersonId, bagId: null },
        { personId: null, bagId: null },
      ];
      expect([await isOwnOrder(q, order, ready.by), ...(await Promise.all(strangers.map((by) => isOwnOrder(q, order, by))))]).toEqual([
        true,
        false,
        false,
      ]);
    });

    it("take the first number nobody has", async () => {
      const { world, order } = await waiting(open);
      expect(await pickFreeNumber(world.db.query, [order.number, "C-AAAA"])).toBe("C-AAAA");
      await expect(pickFreeNumber(world.db.query, [order.number])).rejects.toThrow("taken");
    });

    it("are one per brand of a checkout: the database refuses a second", async () => {
      const { world, deps, ready, now } = await waiting(open);
      const stored = await findCheckout(world.db.query, ready.checkoutId);
      const { shops } = await readPricedCheckout(world.db.query, stored as never, now);
      const what = { checkout: stored as never, shop: shops[0] as never, buyer: { personId: null, visitorIds: [] } };
      expect(await transact(world.db, (tx) => writeOrder(tx, deps, what)).catch(isDuplicate)).toBe(true);
    });
  });

  describe("stock", () => {
    it("held for an order is let go of, once", async () => {
      const { world, order } = await waiting(open);
      expect(await stockOf(world)).toEqual({ on_hand: 10, reserved: 2 });
      await transact(world.db, (tx) => releaseUnits(tx, order.orderId));
      await transact(world.db, (tx) => releaseUnits(tx, order.orderId));
      expect(await stockOf(world)).toEqual({ on_hand: 10, reserved: 0 });
      expect(await reservationsOf(world)).toEqual([{ quantity: 2, state: "released" }]);
    });

    it("held for an order is sold, once, with a movement", async () => {
      const { world, order, deps, now } = await waiting(open);
      const sold = { ...order, now, nextMovementId: () => deps.ids.next("mov") };
      await transact(world.db, (tx) => sellUnits(tx, sold));
      await transact(world.db, (tx) => sellUnits(tx, sold));
      expect(await stockOf(world)).toEqual({ on_hand: 8, reserved: 0 });
      const movements = await world.db.query
        .selectFrom("stock_movements")
        .select("quantity")
        .where("source_id", "=", order.orderId)
        .execute();
      expect(movements).toEqual([{ quantity: -2 }]);
    });

    it("is not held where there is too little, or none at all", async () => {
      const { world, order, brume, now } = await waiting(open);
      const other = { orderId: order.orderId, brandId: order.brandId, until: now };
      const wanted = [
        { variantId: brume.variantId, quantity: 9 },
        { variantId: "gone" as VariantId, quantity: 1 },
      ];
      expect(await transact(world.db, (tx) => reserveUnits(tx, other, wanted))).toEqual([brume.variantId, "gone"]);
      expect(await stockOf(world)).toEqual({ on_hand: 10, reserved: 2 });
    });

    it("leaves no trace of a variant that left the catalogue meanwhile", async () => {
      const { world, order, deps, now } = await waiting(open);
      await world.db.query.deleteFrom("variants").execute();
      await transact(world.db, (tx) => sellUnits(tx, { ...order, now, nextMovementId: () => deps.ids.next("mov") }));
      expect(await reservationsOf(world)).toEqual([{ quantity: 2, state: "sold" }]);
    });
  });

  describe("payments", () => {
    it("succeed once and are captured once: the database refuses a second time", async () => {
      const { world, payment, now } = await waiting(open);
      const write = (kind: "authorised" | "captured" | "refunded", factId: string) =>
        transact(world.db, (tx) => insertFact(tx, payment, { factId, kind, amountMinor: minor(1), reason: null, at: now })).then(
          () => "written",
          isDuplicate,
        );
      expect([await write("authorised", "1"), await write("authorised", "2")]).toEqual(["written", true]);
      expect([await write("captured", "3"), await write("captured", "4")]).toEqual(["written", true]);
      expect([await write("refunded", "5"), await write("refunded", "6")]).toEqual(["written", "written"]);
    });

    it("are written only as they were read", async () => {
      const { world, payment } = await waiting(open);
      const card = { brand: "visa", last4: "4242", expires: "2040-12" };
      const change = { isFinished: true, nextLookAt: payment.nextLookAt, looks: 3, card };
      expect(await transact(world.db, (tx) => writePayment(tx, payment, change))).toBe(true);
      expect(await transact(world.db, (tx) => writePayment(tx, payment, change))).toBe(false);
      expect((await listPaymentsOf(world.db.query, payment.checkoutId))[0]).toMatchObject({ isFinished: true, looks: 3, card });
    });
  });

  describe("a fate", () => {
    const answer = (paymentId: Answer["paymentId"], state: Answer["state"]): Answer => ({
      paymentId,
      state,
      declineReason: state === "declined" ? "lost_card" : null,
      amountMinor: minor(6_488),
      capturedMinor: minor(0),
      card: null,
    });

    it("stays open while nothing is heard, and changes nothing then", async () => {
      const { world, deps, ready, payment } = await waiting(open);
      const settle = () =>
        transact(world.db, (tx) => settleFate(tx, deps, { checkoutId: ready.checkoutId, heard: { kind: "heard", answers: [] } }));
      expect(await settle()).toMatchObject({ state: "paying" });
      expect((await listPaymentsOf(world.db.query, ready.checkoutId))[0]).toEqual(payment);
    });

    it("is failed by a bank's no, and its payment is over; by a provider's no, and its payment is ordered void", async () => {
      for (const [heard, finished] of [
        ["declined", true],
        ["refused", false],
      ] as const) {
        const { world, deps, ready, payment, now } = await waiting(open);
        const answers = heard === "refused" ? { kind: heard } : ({ kind: "heard", answers: [answer(payment.paymentId, heard)] } as const);
        const failed = await transact(world.db, (tx) => settleFate(tx, deps, { checkoutId: ready.checkoutId, heard: answers }));
        expect(failed).toMatchObject({ state: "failed", failure: heard === "refused" ? "refused" : "lost_card" });
        expect((await listPaymentsOf(world.db.query, ready.checkoutId))[0]).toMatchObject({ isFinished: finished, nextLookAt: now });
        expect(await stockOf(world)).toEqual({ on_hand: 10, reserved: 0 });
      }
    });

    it("once decided is not decided again, whatever is heard", async () => {
      const { world, deps, ready, payment } = await waiting(open);
      const hear = (state: Answer["state"]) => {
        const heard = { kind: "heard", answers: [answer(payment.paymentId, state)] } as const;
        return transact(world.db, (tx) => settleFate(tx, deps, { checkoutId: ready.checkoutId, heard }));
      };
      expect(await hear("declined")).toMatchObject({ state: "failed" });
      expect(await hear("authorised")).toMatchObject({ state: "failed" });
      expect((await listPaymentsOf(world.db.query, ready.checkoutId))[0]?.facts.map(({ kind }) => kind).sort()).toEqual([
        "declined",
        "requested",
      ]);
    });
  });
});
