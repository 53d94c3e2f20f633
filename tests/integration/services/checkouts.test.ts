import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckoutId, Instant, PersonId, VariantId, VisitorId } from "~/domain/kernel/branded";
import { MINUTE_MS } from "~/domain/kernel/instant";
import { addToBag } from "~/services/add-to-bag";
import { changeBagLine } from "~/services/change-bag-line";
import { changeCheckout } from "~/services/change-checkout";
import type { ShopDeps } from "~/services/deps";
import { keepCards } from "~/services/keep-cards";
import { openCardEntry } from "~/services/open-card-entry";
import { openCheckout } from "~/services/open-checkout";
import { readCheckout } from "~/services/read-checkout";
import type { BagKey } from "~db/queries/bags";
import { currency } from "~tests/support/card-payments";
import { ADDRESS, buyingDeps, getReady, pay, type Ready, sell } from "~tests/support/checkout-world";
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
  const seve = await sell(world, deps, { slug: "seve", priceMinor: 1_000 });
  return { world, deps, brume, seve };
}

const again = (deps: ShopDeps, key: BagKey, visitorId: VisitorId | null = null) =>
  openCheckout(deps, { bag: key, currency: currency("EUR"), visitorId, touchIds: [] });

async function idOf(opening: ReturnType<typeof openCheckout>): Promise<CheckoutId> {
  const opened = await opening;
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value.checkoutId;
}

const frozen = async (world: World, checkoutId: CheckoutId) => {
  const rows = await world.db.query.selectFrom("checkout_lines").selectAll().where("checkout_id", "=", checkoutId).execute();
  return new Map(rows.map((row) => [row.variant_id as VariantId, row.frozen_at]));
};
const seen = async (deps: ShopDeps, { checkoutId, by }: Pick<Ready, "checkoutId" | "by">) => {
  const read = await readCheckout(deps, { checkoutId, by });
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
};

onEachDatabase((open) => {
  describe("the freeze", () => {
    it("is per line, when this checkout first opens with it", async () => {
      const { world, deps, brume, seve } = await shop(open);
      const first = world.clock.now();
      const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }] });
      world.clock.advance(5 * MINUTE_MS);
      await addToBag(deps, { bag: ready.key, variantId: seve.variantId, quantity: 1, touchIds: [] });
      expect(await idOf(again(deps, ready.key))).toBe(ready.checkoutId);
      const later = (first + 5 * MINUTE_MS) as Instant;
      expect(await frozen(world, ready.checkoutId)).toEqual(
        new Map([
          [brume.variantId, first],
          [seve.variantId, later],
        ]),
      );
    });

    it("is inherited by the next try after a failure, with what was said", async () => {
      const { world, deps, brume } = await shop(open);
      const first = world.clock.now();
      const ready = await getReady(deps, {
        lines: [{ variantId: brume.variantId, quantity: 1 }],
        typed: { number: "4000 0000 0000 0002" },
      });
      expect(await pay(deps, ready)).toMatchObject({ value: { kind: "failed", reason: "declined" } });
      world.clock.advance(10 * MINUTE_MS);
      const next = await idOf(again(deps, ready.key));
      expect(next).not.toBe(ready.checkoutId);
      expect(await frozen(world, next)).toEqual(new Map([[brume.variantId, first]]));
      const row = await world.db.query.selectFrom("checkouts").selectAll().where("id", "=", next).executeTakeFirstOrThrow();
      expect(row.inherits_from).toBe(ready.checkoutId);
      expect(await seen(deps, { checkoutId: next, by: ready.by })).toMatchObject({ email: "camille@example.org", step: "payment" });
    });

    it("begins anew once the checkout ended by itself", async () => {
      const { world, deps, brume } = await shop(open);
      const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }] });
      world.clock.advance(30 * MINUTE_MS);
      expect(await seen(deps, ready)).toMatchObject({ state: "expired" });
      expect(await pay(deps, ready)).toEqual({ ok: false, error: { kind: "expired" } });
      const next = await idOf(again(deps, ready.key));
      expect(next).not.toBe(ready.checkoutId);
      expect(await frozen(world, next)).toEqual(new Map([[brume.variantId, world.clock.now()]]));
    });
  });

  it("stays open while its shopper looks at it", async () => {
    const { world, deps, brume } = await shop(open);
    const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }] });
    for (let look = 0; look < 4; look++) {
      world.clock.advance(20 * MINUTE_MS);
      expect(await seen(deps, ready)).toMatchObject({ state: "open" });
    }
    expect(await pay(deps, ready)).toMatchObject({ ok: true, value: { kind: "placed" } });
  });

  it("opens for nobody without lines, and not before the shopper agrees to what changed", async () => {
    const { world, deps, brume } = await shop(open);
    expect(await again(deps, { token: null, personId: null })).toEqual({ ok: false, error: { kind: "empty_bag" } });
    const added = await addToBag(deps, { bag: { token: null, personId: null }, variantId: brume.variantId, quantity: 2, touchIds: [] });
    if (!added.ok) throw new Error(added.error.kind);
    const key = { token: added.value.token, personId: null };
    await world.db.query.updateTable("stock_levels").set({ on_hand: 1 }).where("variant_id", "=", brume.variantId).execute();
    expect(await again(deps, key)).toEqual({ ok: false, error: { kind: "bag_not_ready" } });
    await changeBagLine(deps, { bag: key, variantId: brume.variantId, change: { kind: "agree" } });
    expect((await again(deps, key)).ok).toBe(true);
  });

  it("asks step by step: who, where, then how to pay", async () => {
    const { deps, brume } = await shop(open);
    const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }] });
    const { by } = ready;
    const other = await addToBag(deps, { bag: { token: null, personId: null }, variantId: brume.variantId, quantity: 1, touchIds: [] });
    if (!other.ok) throw new Error(other.error.kind);
    const key = { token: other.value.token, personId: null };
    const mine = { checkoutId: await idOf(again(deps, key)), by: { personId: null, bagId: other.value.bagId } };
    expect(await seen(deps, mine)).toMatchObject({ step: "contact", totals: { shippingMinor: 0, taxMinor: 500 } });
    const say = (change: Parameters<typeof changeCheckout>[1]["change"]) => changeCheckout(deps, { ...mine, change });
    expect(await say({ kind: "contact", email: "nobody" })).toEqual({ ok: false, error: { kind: "bad_email" } });
    await say({ kind: "contact", email: " Mia@Example.org " });
    expect(await seen(deps, mine)).toMatchObject({ step: "address", email: "mia@example.org" });
    expect(await say({ kind: "address", address: { ...ADDRESS, postalCode: "1" } })).toMatchObject({ error: { kind: "bad_address" } });
    expect(await say({ kind: "address", address: { ...ADDRESS, country: "BR" } })).toEqual({
      ok: false,
      error: { kind: "not_shipped", brandIds: [brume.brandId] },
    });
    await say({ kind: "address", address: ADDRESS });
    const checkout = await seen(deps, mine);
    expect(checkout).toMatchObject({ step: "payment", totals: { shippingMinor: 490, totalMinor: 3_489 } });
    const express = checkout.shops[0]?.choices[1]?.optionId ?? "";
    const choose = (optionId: string) => say({ kind: "shipping", brandId: brume.brandId, optionId });
    expect(await choose("by_ship")).toEqual({ ok: false, error: { kind: "unknown_option" } });
    await choose(express);
    expect(await seen(deps, mine)).toMatchObject({ totals: { totalMinor: 3_989 }, shops: [{ chosen: { name: "Express" } }] });
    expect(await changeCheckout(deps, { ...mine, by, change: { kind: "contact", email: "a@b.example" } })).toEqual({
      ok: false,
      error: { kind: "not_found" },
    });
    expect(await readCheckout(deps, { ...mine, by })).toEqual({ ok: false, error: { kind: "not_found" } });
  });

  it("is closed to changes once it is paid", async () => {
    const { deps, brume } = await shop(open);
    const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }] });
    await pay(deps, ready);
    const { checkoutId, by } = ready;
    expect(await changeCheckout(deps, { checkoutId, by, change: { kind: "contact", email: "a@b.example" } })).toEqual({
      ok: false,
      error: { kind: "closed" },
    });
    expect(await openCardEntry(deps, { checkoutId, by })).toEqual({ ok: false, error: { kind: "closed" } });
    expect(await seen(deps, ready)).toMatchObject({ state: "placed", orders: [{ brandName: "brume", state: "placed" }] });
  });

  it("says that the provider does not answer instead of failing", async () => {
    const { world, deps, brume } = await shop(open);
    const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }] });
    const cut = buyingDeps(world, { payments: noPayments() });
    expect(await openCardEntry(cut, ready)).toEqual({ ok: false, error: { kind: "unreachable" } });
    expect(await pay(cut, ready)).toMatchObject({ ok: true, value: { kind: "waiting" } });
    expect(await pay(deps, ready)).toMatchObject({ ok: true, value: { kind: "placed" } });
  });

  describe("what is missing or changed at paying", () => {
    it("is said: contact, address, card, another bag", async () => {
      const { deps, brume, seve } = await shop(open);
      const added = await addToBag(deps, { bag: { token: null, personId: null }, variantId: brume.variantId, quantity: 1, touchIds: [] });
      if (!added.ok) throw new Error(added.error.kind);
      const key = { token: added.value.token, personId: null };
      const bare = { checkoutId: await idOf(again(deps, key)), key, by: { personId: null, bagId: added.value.bagId }, frameUrl: "" };
      const ready: Ready = { ...bare, seenTotalMinor: 3_489 as Ready["seenTotalMinor"] };
      expect(await pay(deps, ready)).toMatchObject({ error: { kind: "incomplete", missing: "contact" } });
      await changeCheckout(deps, { ...bare, change: { kind: "contact", email: "mia@example.org" } });
      expect(await pay(deps, ready)).toMatchObject({ error: { kind: "incomplete", missing: "address" } });
      await changeCheckout(deps, { ...bare, change: { kind: "address", address: ADDRESS } });
      expect(await pay(deps, ready)).toEqual({ ok: false, error: { kind: "no_card" } });
      await openCardEntry(deps, bare);
      await addToBag(deps, { bag: key, variantId: seve.variantId, quantity: 1, touchIds: [] });
      expect(await pay(deps, ready)).toEqual({ ok: false, error: { kind: "bag_changed" } });
      expect(await pay(deps, { ...ready, by: { personId: null, bagId: null } })).toEqual({ ok: false, error: { kind: "not_found" } });
    });
  });

  describe("a signed-in shopper", () => {
    const setUp = async () => {
      const { world, deps, brume } = await shop(open);
      const personId: PersonId = await addShopper(world);
      const line = { variantId: brume.variantId, quantity: 1 };
      return { world, deps, personId, line, lines: [line] };
    };

    it("keeps a card only when asked, and pays with it the next time, where they bought last", async () => {
      const { world, deps, personId, line, lines } = await setUp();
      const first = await getReady(deps, { lines, personId });
      await pay(deps, first, { card: { kind: "typed", save: true } });
      expect(await keepCards(deps)).toBe(1);
      expect(await keepCards(deps)).toBe(0);
      const added = await addToBag(deps, { bag: first.key, ...line, touchIds: [] });
      if (!added.ok) throw new Error(added.error.kind);
      const next = { checkoutId: await idOf(again(deps, first.key)), by: { personId, bagId: added.value.bagId } };
      const checkout = await seen(deps, next);
      expect(checkout).toMatchObject({ step: "payment", address: { city: "Paris" }, cards: [{ last4: "4242", isDefault: true }] });
      const savedCardId = checkout.cards[0]?.savedCardId;
      if (savedCardId === undefined) throw new Error("No card was kept");
      const paying = { ...first, ...next, seenTotalMinor: checkout.totals.totalMinor };
      const foreign = await pay(
        deps,
        { ...paying, by: { personId: "per_x" as PersonId, bagId: null } },
        { card: { kind: "saved", savedCardId } },
      );
      expect(foreign).toEqual({ ok: false, error: { kind: "not_found" } });
      expect(await pay(deps, paying, { card: { kind: "saved", savedCardId } })).toMatchObject({ value: { kind: "placed" } });
      const stored = await world.db.query.selectFrom("saved_cards").selectAll().execute();
      expect(stored).toHaveLength(1);
    });

    it("has no card kept unasked", async () => {
      const { world, deps, personId, lines } = await setUp();
      await pay(deps, await getReady(deps, { lines, personId }));
      expect(await keepCards(deps)).toBe(0);
      expect(await world.db.query.selectFrom("saved_cards").selectAll().execute()).toEqual([]);
    });
  });
});
