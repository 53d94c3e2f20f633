import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AffiliateId, CheckoutId, Instant, OrderId, PaymentId, PersonId, VisitorId } from "~/domain/kernel/branded";
import { DAY_MS } from "~/domain/kernel/instant";
import { orderNumber } from "~/domain/orders/order-number";
import type { FrozenPath } from "~/domain/tracking/touch";
import { cancelLines } from "~/services/cancel-lines";
import { pursueFate } from "~/services/checkout-fate";
import type { ShopDeps } from "~/services/deps";
import { listOrders } from "~/services/list-orders";
import { readOrder } from "~/services/read-order";
import { buyingDeps, getReady, pay, type Ready, type Sold, sell } from "~tests/support/checkout-world";
import { onEachDatabase, type World } from "~tests/support/databases";
import { noPayments, startProvider, type TestProvider } from "~tests/support/payments-provider";
import { addShopper } from "~tests/support/shop-samples";

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider?.stop());

async function shop(open: () => Promise<World>) {
  const world = await open();
  const deps = buyingDeps(world, provider);
  const brume = await sell(world, deps, { slug: "brume" });
  const buy = async (options: Partial<Parameters<typeof getReady>[1]> = {}): Promise<Ready> => {
    const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 2 }], ...options });
    const paid = await pay(deps, ready);
    if (!paid.ok || paid.value.kind !== "placed") throw new Error(JSON.stringify(paid));
    return ready;
  };
  return { world, deps, brume, buy };
}

const only = async (deps: ShopDeps, ready: Ready) => {
  const { orders } = await listOrders(deps, { by: ready.by, page: 1 });
  const [order] = orders;
  if (order === undefined) throw new Error("no order");
  return order;
};

type Touching = { readonly id: string; readonly affiliateId: AffiliateId; readonly at: number; readonly product?: string };

/** A click of this visitor on something of the brand, as the log holds it. */
async function touch(world: World, { brandId }: Sold, visitorId: VisitorId, { id, affiliateId, at, product }: Touching): Promise<void> {
  const { query } = world.db;
  await query
    .insertInto("visitors")
    .values({ id: visitorId, created_at: 0, withdrawn_at: null })
    .onConflict((oc) => oc.doNothing())
    .execute();
  const nothing = { link_id: null, post_id: null, tag_id: null, person_id: null, in_app: null, referrer: null };
  await query
    .insertInto("touches")
    .values({ id, batch_id: "b", at, channel: "link", affiliate_id: affiliateId, visitor_id: visitorId, device: "phone", ...nothing })
    .execute();
  await query
    .insertInto("touch_targets")
    .values({ touch_id: id, brand_id: brandId, product_id: product ?? "", affiliate_id: affiliateId, disqualified: null })
    .execute();
}

const pathsOf = async (world: World): Promise<readonly FrozenPath[]> => {
  const rows = await world.db.query.selectFrom("order_lines").select("touch_path").orderBy("id").execute();
  return rows.map((row) => JSON.parse(row.touch_path) as FrozenPath);
};

onEachDatabase((open) => {
  it("is shown to its shopper with what follows from quantities and payment", async () => {
    const { deps, buy } = await shop(open);
    const ready = await buy();
    const order = await only(deps, ready);
    expect(order).toMatchObject({
      status: "placed",
      totalMinor: 6_488,
      isCancelable: true,
      card: { last4: "4242" },
      brand: { slug: "brume" },
    });
    expect(order.number).toMatch(/^\w-\w{4}$/);
    expect(await readOrder(deps, { by: ready.by, number: order.number })).toEqual({ ok: true, value: order });
    const [line] = order.lines;
    if (line === undefined) throw new Error("no line");
    const lines = [{ orderLineId: line.orderLineId, quantity: 1 }];
    await cancelLines(deps, { shopper: ready.by, orderId: order.orderId, lines, reason: "changed_mind" });
    expect(await readOrder(deps, { by: ready.by, orderId: order.orderId })).toMatchObject({
      value: { canceledMinor: 2_999, status: "placed" },
    });
  });

  it("is nobody else's, and nobody's before it is placed", async () => {
    const { deps, brume, buy } = await shop(open);
    const order = await only(deps, await buy());
    const other = await buy();
    expect(await readOrder(deps, { by: other.by, orderId: order.orderId })).toEqual({ ok: false, error: { kind: "not_found" } });
    expect(await readOrder(deps, { by: { personId: null, bagId: null }, orderId: order.orderId })).toEqual({
      ok: false,
      error: { kind: "not_found" },
    });
    const refused = await getReady(deps, {
      lines: [{ variantId: brume.variantId, quantity: 1 }],
      typed: { number: "4000 0000 0000 0002" },
    });
    await pay(deps, refused);
    expect(await listOrders(deps, { by: refused.by, page: 1 })).toMatchObject({ orders: [], total: 0 });
  });

  it("pages a person's orders, the newest first, whichever bag they came from", async () => {
    const { world, deps, buy } = await shop(open);
    const personId: PersonId = await addShopper(world);
    for (let at = 0; at < 3; at++) {
      await buy({ personId });
      world.clock.advance(1_000);
    }
    await buy();
    const page = await listOrders(deps, { by: { personId, bagId: null }, page: 1 });
    expect(page.total).toBe(3);
    const times = page.orders.map(({ placedAt }) => Number(placedAt));
    expect(times).toEqual([...times].sort((left, right) => right - left));
    expect((await listOrders(deps, { by: { personId, bagId: null }, page: 2 })).orders).toEqual([]);
  });

  it("knows a new customer from one who comes back, but not from one who kept nothing", async () => {
    const { world, deps, buy } = await shop(open);
    const first = await buy();
    const order = await only(deps, first);
    const lines = order.lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity }));
    await cancelLines(deps, { shopper: first.by, orderId: order.orderId, lines, reason: "other" });
    world.clock.advance(1);
    await buy();
    world.clock.advance(1);
    await buy();
    const rows = await world.db.query.selectFrom("orders").select("new_customer").orderBy("placed_at").execute();
    expect(rows.map((row) => row.new_customer)).toEqual([1, 1, 0]);
  });

  it("takes another number when the first is taken", async () => {
    const { world, deps, brume, buy } = await shop(open);
    await buy();
    await world.db.query
      .updateTable("orders")
      .set({ number: orderNumber("the same", 0) })
      .execute();
    const fixed = { ...deps, ids: { ...deps.ids, secret: () => "the same" } };
    const ready = await getReady({ ...fixed, ids: deps.ids }, { lines: [{ variantId: brume.variantId, quantity: 1 }] });
    expect((await pay(fixed, ready)).ok).toBe(true);
    expect((await only(deps, ready)).number).toBe(orderNumber("the same", 1));
  });

  describe("its lines' paths", () => {
    const visitorId = "vis_1" as VisitorId;

    it("hold the touches up to the freeze and as far back as 90 days, and no later click", async () => {
      const { world, deps, brume } = await shop(open);
      const now = world.clock.now();
      const [mia, lou] = ["aff_mia", "aff_lou"] as readonly string[] as readonly [AffiliateId, AffiliateId];
      await touch(world, brume, visitorId, { id: "t1", affiliateId: mia, at: now - 91 * DAY_MS });
      await touch(world, brume, visitorId, { id: "t2", affiliateId: mia, at: now - 90 * DAY_MS });
      await touch(world, brume, visitorId, { id: "t3", affiliateId: lou, at: now - DAY_MS, product: "brume-p" });
      const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }], visitorId });
      world.clock.advance(1_000);
      await touch(world, brume, visitorId, { id: "t4", affiliateId: mia, at: world.clock.now() });
      await pay(deps, ready, { visitorId });
      const [path] = await pathsOf(world);
      expect(path?.frozenAt).toBe(now);
      expect(
        path?.touches.map(({ touchId, affiliateId, pointsAt, disqualified }) => [touchId, affiliateId, pointsAt, disqualified]),
      ).toEqual([
        ["t2", "aff_mia", "brand", null],
        ["t3", "aff_lou", "product", null],
      ]);
    });

    it("hold those of every device the person used, the visitor of the payment itself included", async () => {
      const { world, deps, brume } = await shop(open);
      const personId = await addShopper(world);
      const at = world.clock.now() - DAY_MS;
      const affiliateId = "aff_mia" as AffiliateId;
      await touch(world, brume, visitorId, { id: "phone", affiliateId, at });
      await touch(world, brume, "vis_2" as VisitorId, { id: "desk", affiliateId, at: at + 1 });
      await touch(world, brume, "vis_3" as VisitorId, { id: "stranger", affiliateId, at });
      await world.db.query.insertInto("visitor_people").values({ visitor_id: visitorId, person_id: personId, joined_at: at }).execute();
      const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }], personId });
      await pay(deps, ready, { visitorId: "vis_2" as VisitorId });
      expect((await pathsOf(world))[0]?.touches.map(({ touchId }) => touchId)).toEqual(["phone", "desk"]);
    });

    it("say `self` of the buyer's own touches, also when a guest types the creator's address", async () => {
      const { world, deps, brume } = await shop(open);
      const personId = await addShopper(world, "camille@example.org");
      const about = { id: "aff_me", person_id: personId, handle: "me", name: "Me", created_at: 0 };
      await world.db.query.insertInto("affiliates").values(about).execute();
      await touch(world, brume, visitorId, { id: "own", affiliateId: "aff_me" as AffiliateId, at: world.clock.now() - 1 });
      await pay(deps, await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }], visitorId, personId }));
      await pay(deps, await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }], visitorId }));
      expect((await pathsOf(world)).map(({ touches }) => touches.map(({ disqualified }) => disqualified))).toEqual([["self"], ["self"]]);
    });
  });

  describe("left behind by a crash", () => {
    const left = async () => {
      const { world, deps, brume } = await shop(open);
      const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }] });
      const cut = { ...deps, payments: noPayments() };
      expect(await pay(cut, ready)).toMatchObject({ ok: true, value: { kind: "waiting" } });
      const payment = await world.db.query.selectFrom("payments").select("id").executeTakeFirstOrThrow();
      return { world, deps, ready, paymentId: payment.id as PaymentId };
    };

    it("is asked for by payment id, and authorised when the provider never heard of it", async () => {
      const { world, deps, ready, paymentId } = await left();
      expect(await provider.payments.find(paymentId)).toBeNull();
      expect(await pursueFate(deps, ready.checkoutId, "ask")).toEqual({ kind: "placed", checkoutId: ready.checkoutId });
      expect(await pursueFate(deps, ready.checkoutId, "ask")).toEqual({ kind: "placed", checkoutId: ready.checkoutId });
      expect(await world.db.query.selectFrom("events").selectAll().where("type", "=", "order.placed").execute()).toHaveLength(1);
    });

    it("has one fate, however many decide it at once", async () => {
      const { world, deps, ready } = await left();
      const others = Array.from({ length: 6 }, () => ({ ...deps, db: world.connect() }));
      const fates = await Promise.all(others.map((other) => pursueFate(other, ready.checkoutId, "ask")));
      expect(new Set(fates.map(({ kind }) => kind))).toEqual(new Set(["placed"]));
      expect(await world.db.query.selectFrom("events").selectAll().where("type", "=", "order.placed").execute()).toHaveLength(1);
    });

    it("is a fault to ask for a checkout that never was", async () => {
      const { deps } = await shop(open);
      await expect(pursueFate(deps, "cho_none" as CheckoutId, "ask")).rejects.toThrow("no checkout");
    });
  });

  it("costs nothing: is placed without anybody's word", async () => {
    const { world, deps } = await shop(open);
    const gift = await sell(world, deps, { slug: "gift", priceMinor: 0 });
    await world.db.query.updateTable("shipping_options").set({ amount_minor: 0 }).where("brand_id", "=", gift.brandId).execute();
    const ready = await getReady(deps, { lines: [{ variantId: gift.variantId, quantity: 1 }] });
    expect(ready.seenTotalMinor).toBe(0);
    expect(await pay({ ...deps, payments: noPayments() }, ready)).toMatchObject({ value: { kind: "placed" } });
    const order = await world.db.query.selectFrom("orders").select(["id", "deliver_from"]).executeTakeFirstOrThrow();
    expect(order.id satisfies string as OrderId).toBeTruthy();
    expect(order.deliver_from).toBeGreaterThan(world.clock.now() satisfies Instant);
  });
});
