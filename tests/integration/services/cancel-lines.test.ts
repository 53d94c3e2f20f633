import { afterAll, beforeAll, expect, it } from "vitest";
import type { BagId, OrderId, OrderLineId, PersonId } from "~/domain/kernel/branded";
import { cancelLines } from "~/services/cancel-lines";
import { capturePayment } from "~/services/capture-payment";
import { listEntries } from "~db/queries/ledger";
import { currency } from "~tests/support/card-payments";
import { onEachDatabase, type World } from "~tests/support/databases";
import { type PaidOrder, paidOrder, shopDeps, stockOf, windowEnd } from "~tests/support/paid-orders";
import { startProvider, type TestProvider } from "~tests/support/payments-provider";
import { openShop } from "~tests/support/shops";

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider?.stop());

const guest = (order: PaidOrder) => ({ personId: null, bagId: order.bagId as BagId });
const ask = (order: PaidOrder, quantity: number) => ({
  shopper: guest(order),
  orderId: order.orderId,
  lines: [{ orderLineId: order.orderLineId, quantity }],
  reason: "changed_mind" as const,
});

const cancelEvents = async (world: World, orderId: OrderId) => {
  const rows = await world.db.query
    .selectFrom("events")
    .select("payload")
    .where("type", "=", "order.lines_canceled")
    .where("subject_id", "=", orderId)
    .orderBy("recorded_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => JSON.parse(row.payload) as unknown);
};

onEachDatabase((open) => {
  it("takes a unit of the worked example back: amounts, stock, the program's next step and its event", async () => {
    const world = await open();
    const shop = await openShop(world);
    const order = await paidOrder(world, { provider, shop });
    const before = await stockOf(world, order.variantId);
    expect(await cancelLines(world.deps, ask(order, 1))).toEqual({ ok: true, value: { paidBackMinor: 2_699, owedMinor: 5_897 } });
    expect(await stockOf(world, order.variantId)).toEqual({ on_hand: before.on_hand + 1, reserved: 0 });
    expect(await cancelEvents(world, order.orderId)).toMatchObject([
      {
        programSeq: 2,
        reason: "changed_mind",
        lines: [{ orderLineId: order.orderLineId, quantity: 1, paidBackMinor: 2_699, taxBackMinor: 450, baseBackMinor: 2_249 }],
      },
    ]);
  });

  it("ends exactly when units go one by one, and with the last one nothing is owed, shipping included", async () => {
    const world = await open();
    const order = await paidOrder(world, { provider, shop: await openShop(world) });
    for (const owedMinor of [5_897, 3_198, 0]) {
      expect(await cancelLines(world.deps, ask(order, 1))).toMatchObject({ ok: true, value: { owedMinor } });
    }
    const rows = await world.db.query.selectFrom("order_line_cancels").selectAll().execute();
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
    expect([sum((row) => row.paid_back_minor), sum((row) => row.tax_back_minor), sum((row) => row.base_back_minor)]).toEqual([
      8_097, 1_350, 6_747,
    ]);
    expect(await world.db.query.selectFrom("payments").select(["finished", "next_look_at"]).execute()).toEqual([
      { finished: 0, next_look_at: world.clock.now() },
    ]);
  });

  it("refuses what is not the shopper's, not there, too much or nothing, and writes nothing", async () => {
    const world = await open();
    const order = await paidOrder(world, { provider, shop: await openShop(world) });
    const stranger = { ...ask(order, 1), shopper: { personId: "per_other" as PersonId, bagId: "bag_other" as BagId } };
    expect(await cancelLines(world.deps, stranger)).toEqual({ ok: false, error: { kind: "order_not_found" } });
    expect(await cancelLines(world.deps, { ...ask(order, 1), orderId: "ord_none" as OrderId })).toMatchObject({ ok: false });
    const line = (orderLineId: string, quantity: number) => ({
      ...ask(order, 1),
      lines: [{ orderLineId: orderLineId as OrderLineId, quantity }],
    });
    expect(await cancelLines(world.deps, line("lin_none", 1))).toEqual({ ok: false, error: { kind: "line_not_found" } });
    expect(await cancelLines(world.deps, ask(order, 4))).toEqual({
      ok: false,
      error: { kind: "too_many", orderLineId: order.orderLineId, open: 3 },
    });
    expect(await cancelLines(world.deps, ask(order, -1))).toMatchObject({ ok: false, error: { kind: "too_many" } });
    expect(await cancelLines(world.deps, ask(order, 0.5))).toMatchObject({ ok: false, error: { kind: "too_many" } });
    expect(await cancelLines(world.deps, ask(order, 0))).toEqual({ ok: false, error: { kind: "nothing_chosen" } });
    const twice = { ...ask(order, 1), lines: [...ask(order, 2).lines, ...ask(order, 2).lines] };
    expect(await cancelLines(world.deps, twice)).toEqual({ ok: false, error: { kind: "line_not_found" } });
    expect(await cancelEvents(world, order.orderId)).toEqual([]);
  });

  it("keeps a guest's bag away from the order of whoever signed in", async () => {
    const world = await open();
    await world.db.query
      .insertInto("people")
      .values({ id: "per_1", name: "Mia", email: "m@example.org", image: null, locale: null, created_at: "", updated_at: "" })
      .execute();
    const order = await paidOrder(world, { provider, shop: await openShop(world) }, { personId: "per_1" });
    expect(await cancelLines(world.deps, ask(order, 1))).toEqual({ ok: false, error: { kind: "order_not_found" } });
    const own = { ...ask(order, 1), shopper: { personId: "per_1" as PersonId, bagId: null } };
    expect(await cancelLines(world.deps, own)).toMatchObject({ ok: true });
  });

  it("is open to the last millisecond of the window, and to none after", async () => {
    const world = await open();
    const order = await paidOrder(world, { provider, shop: await openShop(world) });
    const end = windowEnd(world.clock.now());
    world.clock.set(end - 1);
    expect(await cancelLines(world.deps, ask(order, 1))).toMatchObject({ ok: true });
    world.clock.set(end);
    expect(await cancelLines(world.deps, ask(order, 1))).toEqual({ ok: false, error: { kind: "not_cancelable" } });
  });

  it("never takes units back whose capture was ordered, and never captures units taken back", async () => {
    const world = await open();
    const shop = await openShop(world);
    const deps = shopDeps(world, provider);
    for (let round = 0; round < 5; round++) {
      const order = await paidOrder(world, { provider, shop });
      const start = world.clock.now();
      // The competitors disagree about the time, as processes do: for one the window is open, for the other it has closed.
      const late = { ...deps, db: world.connect(), clock: { now: () => windowEnd(start) } };
      const [canceled] = await Promise.all([cancelLines(deps, ask(order, 1)), capturePayment(late, order)]);
      const books = await provider.payments.find(order.paymentId);
      expect(books?.capturedMinor).toBe(canceled.ok ? 5_897 : order.totalMinor);
    }
    const entries = await listEntries(world.db.query, { currency: currency("EUR"), afterSeq: 0, limit: 50 });
    expect(entries.filter(({ kind }) => kind === "payment.captured")).toHaveLength(5);
  });
});
