import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckoutId, Instant, PersonId, SavedCardId, TouchId, VariantId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import { addToBag } from "~/services/add-to-bag";
import {
  claimBag,
  findBag,
  findOffers,
  findVariantBrand,
  insertBag,
  listBagLines,
  putBagLine,
  removeBagLine,
  takeFromBag,
  tieTouches,
  touchBag,
} from "~db/queries/bags";
import { decideCheckout, endCardKeeping, expireCheckouts, listCardsToKeep, submitCheckout } from "~db/queries/checkout-ends";
import {
  findCheckout,
  findCheckoutByPayKey,
  findLastAddress,
  findNewestCheckout,
  isOwn,
  listCheckoutLines,
  markSeen,
  replaceCheckoutLines,
  writeAnswers,
} from "~db/queries/checkouts";
import { brandsOf, readPricedCheckout } from "~db/queries/priced-checkouts";
import { findCardToken, keepCard, listSavedCards } from "~db/queries/saved-cards";
import { isDuplicate, transact } from "~db/transaction";
import { currency } from "~tests/support/card-payments";
import { buyingDeps, getReady, pay, sell } from "~tests/support/checkout-world";
import { onEachDatabase, type World } from "~tests/support/databases";
import { startProvider, type TestProvider } from "~tests/support/payments-provider";
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
  return { world, deps, brume, now: world.clock.now() };
}

async function checkout(open: () => Promise<World>) {
  const made = await shop(open);
  const ready = await getReady(made.deps, { lines: [{ variantId: made.brume.variantId, quantity: 2 }] });
  const stored = await findCheckout(made.world.db.query, ready.checkoutId);
  if (stored === undefined) throw new Error("no checkout");
  return { ...made, ready, stored };
}

const submission = (now: Instant, payKey = "key") => ({ payKey, payHash: "hash", cardToken: null, saveCard: true, now });

onEachDatabase((open) => {
  describe("bags", () => {
    it("take what was bought out, and leave what was added meanwhile", async () => {
      const { world, deps, brume, now } = await shop(open);
      const added = await addToBag(deps, { bag: { token: null, personId: null }, variantId: brume.variantId, quantity: 5, touchIds: [] });
      if (!added.ok) throw new Error(added.error.kind);
      const { bagId } = added.value;
      const left = async () => (await listBagLines(world.db.query, bagId)).map(({ quantity }) => quantity);
      await transact(world.db, (tx) => takeFromBag(tx, bagId, [{ variantId: brume.variantId, quantity: 3 }]));
      expect(await left()).toEqual([2]);
      await transact(world.db, (tx) => takeFromBag(tx, bagId, [{ variantId: brume.variantId, quantity: 3 }]));
      expect(await left()).toEqual([]);
      await transact(world.db, async (tx) => {
        await putBagLine(tx, { bagId, ...brume, quantity: 1, seenPriceMinor: minor(1), now });
        expect(await removeBagLine(tx, { bagId, variantId: brume.variantId })).toBe(true);
        expect(await removeBagLine(tx, { bagId, variantId: brume.variantId })).toBe(false);
      });
    });

    it("are found by cookie, then by person; one a person claimed is nobody else's", async () => {
      const { world, deps, now } = await shop(open);
      const [mia, lou] = [await addShopper(world, "mia@example.org"), await addShopper(world, "lou@example.org")];
      const bagId = deps.ids.next("bag") as never;
      await transact(world.db, (tx) => insertBag(tx, { bagId, token: "secret", personId: null, now }));
      const find = (token: string | null, personId: PersonId | null) => findBag(world.db.query, { token, personId });
      expect(await find("secret", null)).toEqual({ bagId, personId: null });
      await transact(world.db, (tx) => claimBag(tx, { bagId, personId: mia, now }));
      expect(await find("secret", mia)).toEqual({ bagId, personId: mia });
      expect([await find("secret", null), await find("secret", lou), await find(null, null)]).toEqual([undefined, undefined, undefined]);
      expect(await find(null, mia)).toEqual({ bagId, personId: mia });
      await transact(world.db, async (tx) => {
        await tieTouches(tx, bagId, ["t1", "t1"] as readonly string[] as readonly TouchId[]);
        await tieTouches(tx, bagId, []);
        await touchBag(tx, { bagId, now: (now + 5) as Instant });
      });
      expect(await world.db.query.selectFrom("bags").select(["updated_at", "version"]).executeTakeFirst()).toEqual({
        updated_at: now + 5,
        version: 2,
      });
    });

    it("know an offer only while its product is active and its brand live", async () => {
      const { world, brume } = await shop(open);
      const offers = () => findOffers(world.db.query, [brume.variantId]);
      expect((await offers()).get(brume.variantId)).toMatchObject({ priceMinor: 2_999, available: 100, taxClass: "standard" });
      await world.db.query.updateTable("products").set({ status: "draft" }).execute();
      expect((await offers()).size).toBe(0);
      expect(await findOffers(world.db.query, [])).toEqual(new Map());
      expect(await findVariantBrand(world.db.query, brume.variantId)).toBe(brume.brandId);
      expect(await findVariantBrand(world.db.query, "none" as VariantId)).toBeUndefined();
    });
  });

  describe("checkouts", () => {
    it("are their person's, or whoever's holds a guest's bag", async () => {
      const { stored } = await checkout(open);
      expect(isOwn(stored, { personId: null, bagId: stored.bagId })).toBe(true);
      expect(isOwn(stored, { personId: null, bagId: null })).toBe(false);
      const mine = { ...stored, personId: "per_1" as PersonId };
      expect(isOwn(mine, { personId: "per_1" as PersonId, bagId: null })).toBe(true);
      expect(isOwn(mine, { personId: null, bagId: stored.bagId })).toBe(false);
    });

    it("are submitted once, decided once, and closed to answers from then on", async () => {
      const { world, stored, now } = await checkout(open);
      const { checkoutId } = stored;
      const once = <Result>(work: Parameters<typeof transact<Result>>[1]) => transact(world.db, work);
      expect(await once((tx) => decideCheckout(tx, checkoutId, { state: "placed", failure: null, now }))).toBe(false);
      expect(await once((tx) => submitCheckout(tx, checkoutId, submission(now)))).toBe(true);
      expect(await once((tx) => submitCheckout(tx, checkoutId, submission(now, "other")))).toBe(false);
      expect(await once((tx) => writeAnswers(tx, { checkoutId, now }, { email: "a@b.example" }))).toBe(false);
      expect((await findCheckoutByPayKey(world.db.query, "key"))?.checkoutId).toBe(checkoutId);
      expect(await findCheckoutByPayKey(world.db.query, "other")).toBeUndefined();
      expect(await once((tx) => decideCheckout(tx, checkoutId, { state: "failed", failure: "timeout", now }))).toBe(true);
      expect(await once((tx) => decideCheckout(tx, checkoutId, { state: "placed", failure: null, now }))).toBe(false);
      expect(await findCheckout(world.db.query, checkoutId)).toMatchObject({ state: "failed", failure: "timeout", decidedAt: now });
    });

    it("share no key: the database refuses it to a second one", async () => {
      const { world, deps, brume, stored, now } = await checkout(open);
      const other = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }] });
      await transact(world.db, (tx) => submitCheckout(tx, stored.checkoutId, submission(now)));
      const twice = transact(world.db, (tx) => submitCheckout(tx, other.checkoutId, submission(now)));
      expect(await twice.catch(isDuplicate)).toBe(true);
    });

    it("end by themselves when nobody looked at them", async () => {
      const { world, stored, now } = await checkout(open);
      const later = (now + 1_000) as Instant;
      await markSeen(world.db.query, { checkoutId: stored.checkoutId, now: later });
      await markSeen(world.db.query, { checkoutId: stored.checkoutId, now });
      expect(await expireCheckouts(world.db.query, now)).toBe(0);
      expect(await expireCheckouts(world.db.query, later)).toBe(1);
      expect(await expireCheckouts(world.db.query, later)).toBe(0);
      expect((await findCheckout(world.db.query, stored.checkoutId))?.state).toBe("expired");
    });

    it("are found by bag and currency, the newest; none by an id that never was", async () => {
      const { world, stored } = await checkout(open);
      const { bagId } = stored;
      expect(await findNewestCheckout(world.db.query, { bagId, currency: currency("EUR") })).toEqual(stored);
      expect(await findNewestCheckout(world.db.query, { bagId, currency: currency("JPY") })).toBeUndefined();
      expect(await findCheckout(world.db.query, "none" as CheckoutId)).toBeUndefined();
    });

    it("are priced by the present, and know when the bag has moved on", async () => {
      const { world, stored, brume, now } = await checkout(open);
      const priced = () => readPricedCheckout(world.db.query, stored, now);
      expect(await priced()).toMatchObject({ isOfBag: true, shops: [{ totals: { totalMinor: 6_488 }, seller: { slug: "brume" } }] });
      await transact(world.db, (tx) => putBagLine(tx, { bagId: stored.bagId, ...brume, quantity: 3, seenPriceMinor: minor(2_999), now }));
      expect((await priced()).isOfBag).toBe(false);
      const lines = await listCheckoutLines(world.db.query, stored.checkoutId);
      expect(brandsOf([...lines, ...lines])).toEqual([brume.brandId]);
      await transact(world.db, (tx) => replaceCheckoutLines(tx, stored.checkoutId, []));
      expect(await priced()).toMatchObject({ isOfBag: false, shops: [] });
    });

    it("remember where a person last bought to", async () => {
      const { world, deps, brume } = await shop(open);
      const personId = await addShopper(world);
      expect(await findLastAddress(world.db.query, personId)).toBeUndefined();
      await pay(deps, await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }], personId }));
      expect(await findLastAddress(world.db.query, personId)).toMatchObject({ city: "Paris" });
    });

    it("whose card is to be kept are listed once placed, until that is done", async () => {
      const { world, stored, now } = await checkout(open);
      const { checkoutId } = stored;
      await transact(world.db, (tx) => submitCheckout(tx, checkoutId, submission(now)));
      expect(await listCardsToKeep(world.db.query, 5)).toEqual([]);
      await transact(world.db, (tx) => decideCheckout(tx, checkoutId, { state: "placed", failure: null, now }));
      expect(await listCardsToKeep(world.db.query, 5)).toEqual([checkoutId]);
      expect(await transact(world.db, (tx) => endCardKeeping(tx, checkoutId))).toBe(true);
      expect(await transact(world.db, (tx) => endCardKeeping(tx, checkoutId))).toBe(false);
      expect(await listCardsToKeep(world.db.query, 5)).toEqual([]);
    });
  });

  it("keeps a card once, the last one first, and for its owner only", async () => {
    const { world, now } = await shop(open);
    const [mia, lou] = [await addShopper(world, "mia@example.org"), await addShopper(world, "lou@example.org")];
    const keep = (id: string, last4: string, at: number) => {
      const facts = { brand: "visa", last4, expires: "2040-12", fingerprint: `print-${last4}` };
      const card = { savedCardId: id as SavedCardId, personId: mia, token: `tok-${id}`, facts, now: (now + at) as Instant };
      return transact(world.db, (tx) => keepCard(tx, card));
    };
    await keep("c1", "4242", 0);
    await keep("c2", "5555", 1);
    await keep("c3", "4242", 2);
    const cards = await listSavedCards(world.db.query, mia);
    expect(cards.map(({ savedCardId, last4, isDefault }) => [savedCardId, last4, isDefault])).toEqual([
      ["c3", "4242", true],
      ["c2", "5555", false],
    ]);
    const savedCardId = "c3" as SavedCardId;
    expect(await findCardToken(world.db.query, { savedCardId, personId: mia })).toBe("tok-c3");
    expect(await findCardToken(world.db.query, { savedCardId, personId: lou })).toBeUndefined();
  });
});
