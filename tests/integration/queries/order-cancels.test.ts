import { afterAll, beforeAll, expect, it } from "vitest";
import type { BagId, BrandId, OrderId, PersonId, VariantId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import { insertCancels, isOrderOf, returnStock } from "~db/queries/order-cancels";
import { transact } from "~db/transaction";
import { onEachDatabase, type World } from "~tests/support/databases";
import { type PaidOrder, paidOrder, stockOf } from "~tests/support/paid-orders";
import { startProvider, type TestProvider } from "~tests/support/payments-provider";
import { openShop } from "~tests/support/shops";

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider?.stop());

const cancel = (world: World, brandId: BrandId, order: PaidOrder, canceledBefore: number) => {
  const back = { paidBackMinor: minor(2_699), taxBackMinor: minor(450), baseBackMinor: minor(2_249) };
  const told = { orderLineId: order.orderLineId, productId: "prd" as never, quantity: 1, ...back };
  const about = { orderId: order.orderId, brandId, reason: "other", programSeq: 2, now: world.clock.now() };
  return transact(world.db, (tx) =>
    insertCancels(tx, { ...about, cancels: [{ told, canceledBefore, cancelId: world.deps.ids.next("cnl") }] }),
  );
};

onEachDatabase((open) => {
  it("counts canceled units from what was read, and refuses when the line has changed since", async () => {
    const world = await open();
    const shop = await openShop(world);
    const order = await paidOrder(world, { provider, shop });
    await cancel(world, shop.brandId, order, 0);
    await expect(cancel(world, shop.brandId, order, 0)).rejects.toThrow();
    await cancel(world, shop.brandId, order, 1);
    expect(await world.db.query.selectFrom("order_lines").select("canceled").execute()).toEqual([{ canceled: 2 }]);
    expect(await world.db.query.selectFrom("order_line_cancels").select("quantity").execute()).toHaveLength(2);
    expect(await world.db.query.selectFrom("orders").select("version").execute()).toEqual([{ version: 3 }]);
  });

  it("puts units back with their movement; what left the catalogue has no shelf", async () => {
    const world = await open();
    const order = await paidOrder(world, { provider, shop: await openShop(world) });
    const before = await stockOf(world, order.variantId);
    const origin = { orderId: order.orderId, now: world.clock.now(), nextMovementId: () => world.deps.ids.next("mov") };
    const units = [
      { variantId: order.variantId, quantity: 2 },
      { variantId: "var_gone" as VariantId, quantity: 1 },
    ];
    await transact(world.db, (tx) => returnStock(tx, origin, units));
    expect(await stockOf(world, order.variantId)).toEqual({ on_hand: before.on_hand + 2, reserved: 0 });
    const moved = await world.db.query
      .selectFrom("stock_movements")
      .select(["variant_id", "quantity"])
      .where("reason", "=", "cancel")
      .execute();
    expect(moved).toEqual([{ variant_id: order.variantId, quantity: 2 }]);
  });

  it("knows whose an order is: the person's, or a guest's by their bag", async () => {
    const world = await open();
    const order = await paidOrder(world, { provider, shop: await openShop(world) });
    const of = (personId: string | null, bagId: string | null, orderId = order.orderId) =>
      isOrderOf(world.db.query, orderId, { personId: personId as PersonId | null, bagId: bagId as BagId | null });
    expect(await of(null, order.bagId)).toBe(true);
    expect(await of("per_1", order.bagId)).toBe(true);
    expect(await of("per_1", null)).toBe(false);
    expect(await of(null, null)).toBe(false);
    expect(await of(null, order.bagId, "ord_none" as OrderId)).toBe(false);
  });
});
