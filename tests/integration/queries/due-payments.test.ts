import { afterAll, beforeAll, expect, it } from "vitest";
import type { PaymentId } from "~/domain/kernel/branded";
import { plusMs } from "~/domain/kernel/instant";
import { minor } from "~/domain/kernel/money";
import { addPaymentFact, finishPayment, getPaymentCase, listDuePayments, lookAgainAt, takePayment } from "~db/queries/due-payments";
import { isDuplicate, transact } from "~db/transaction";
import { onEachDatabase } from "~tests/support/databases";
import { paidOrder, windowEnd } from "~tests/support/paid-orders";
import { startProvider, type TestProvider } from "~tests/support/payments-provider";
import { openShop } from "~tests/support/shops";

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider?.stop());

onEachDatabase((open) => {
  it("hands a due payment to one of many, until its next look; finished ones are nobody's any more", async () => {
    const world = await open();
    const { paymentId } = await paidOrder(world, { provider, shop: await openShop(world) });
    const now = world.clock.now();
    const [due] = await listDuePayments(world.db.query, { now, limit: 5 });
    if (due === undefined) throw new Error("nothing is due");
    expect(due).toEqual({ paymentId, version: 1, looks: 0 });
    const handles = [world.db, world.connect(), world.connect()];
    const taken = await Promise.all(handles.map((handle) => takePayment(handle.query, due, plusMs(now, 2_000))));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await listDuePayments(world.db.query, { now: plusMs(now, 1_999), limit: 5 })).toEqual([]);
    expect(await listDuePayments(world.db.query, { now: plusMs(now, 2_000), limit: 5 })).toEqual([{ paymentId, version: 2, looks: 1 }]);
    await lookAgainAt(world.db.query, [paymentId, "pay_none" as PaymentId], now);
    expect(await listDuePayments(world.db.query, { now, limit: 5 })).toEqual([{ paymentId, version: 3, looks: 0 }]);
    await finishPayment(world.db.query, paymentId);
    await lookAgainAt(world.db.query, [paymentId], now);
    expect(await listDuePayments(world.db.query, { now, limit: 5 })).toEqual([]);
    expect(await takePayment(world.db.query, { paymentId, version: 4, looks: 0 }, now)).toBe(false);
  });

  it("lists the longest due first, and no more than asked for", async () => {
    const world = await open();
    const shop = await openShop(world);
    const first = await paidOrder(world, { provider, shop });
    const second = await paidOrder(world, { provider, shop });
    const now = world.clock.now();
    await lookAgainAt(world.db.query, [first.paymentId], plusMs(now, -5));
    await lookAgainAt(world.db.query, [second.paymentId], plusMs(now, -9));
    const ids = async (limit: number) => (await listDuePayments(world.db.query, { now, limit })).map(({ paymentId }) => paymentId);
    expect(await ids(5)).toEqual([second.paymentId, first.paymentId]);
    expect(await ids(1)).toEqual([second.paymentId]);
  });

  it("reads a payment with its order by either's id, and lets an order be captured once", async () => {
    const world = await open();
    const order = await paidOrder(world, { provider, shop: await openShop(world) });
    const about = await getPaymentCase(world.db.query, { paymentId: order.paymentId });
    expect(about).toEqual(await getPaymentCase(world.db.query, { orderId: order.orderId }));
    expect(about).toMatchObject({
      finished: false,
      order: { state: "placed", totalMinor: 8_596, taxInclusive: true, feeBps: 500, cancelUntil: windowEnd(world.clock.now()) },
    });
    expect(about.facts.map(({ kind, amountMinor }) => [kind, amountMinor]).sort()).toEqual([
      ["authorised", 8_596],
      ["requested", 8_596],
    ]);
    expect(about.order.lines).toMatchObject([{ quantity: 3, canceled: 0, paidMinor: 8_097, taxMinor: 1_350, baseMinor: 6_747 }]);
    const capture = (factId: string) =>
      transact(world.db, (tx) =>
        addPaymentFact(tx, about, { factId, kind: "captured", amountMinor: minor(8_596), reason: null, at: world.clock.now() }),
      );
    await capture("fct_1");
    const refusal: unknown = await capture("fct_2").catch((error: unknown) => error);
    expect(isDuplicate(refusal)).toBe(true);
    await expect(getPaymentCase(world.db.query, { paymentId: "pay_none" as PaymentId })).rejects.toThrow();
  });
});
