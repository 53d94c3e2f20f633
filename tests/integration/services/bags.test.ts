import { describe, expect, it } from "vitest";
import { MOST_LINES } from "~/domain/checkout/bag";
import type { BrandId, PersonId, TouchId, VariantId } from "~/domain/kernel/branded";
import { addToBag } from "~/services/add-to-bag";
import { changeBagLine } from "~/services/change-bag-line";
import { findShopper } from "~/services/find-shopper";
import { readBag } from "~/services/read-bag";
import type { BagKey } from "~db/queries/bags";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";
import { addProduct, addShopper } from "~tests/support/shop-samples";

const GUEST: BagKey = { token: null, personId: null };
const lamp = "lamp-0" as VariantId;

async function shop(open: () => Promise<World>) {
  const world = await open();
  const brandId = await addBrand(world);
  await addProduct(world, brandId, "lamp", { prices: [1_000, 1_500], onHand: 100, options: ["Size"], values: [["S"], ["M"]] });
  const add = (bag: BagKey, quantity = 1, variantId = lamp, touchIds: readonly string[] = []) =>
    addToBag(world.deps, { bag, variantId, quantity, touchIds: touchIds as readonly TouchId[] });
  return { world, brandId, add };
}

/** The key of a bag that was made just now. */
async function made(adding: ReturnType<typeof addToBag>, personId: PersonId | null = null): Promise<BagKey> {
  const added = await adding;
  if (!added.ok || added.value.token === null) throw new Error(JSON.stringify(added));
  return { token: added.value.token, personId };
}

onEachDatabase((open) => {
  it("makes a guest's bag the first time, and adds to the same line after that", async () => {
    const { world, add } = await shop(open);
    const key = await made(add(GUEST, 2));
    expect(await add(key, 3)).toMatchObject({ ok: true, value: { token: null, units: 5 } });
    const bag = await readBag(world.deps, key);
    expect(bag).toMatchObject({ units: 5, groups: [{ currency: "EUR", itemsMinor: 5_000, isReady: true, shops: [{ slug: "brume" }] }] });
    expect(bag.groups[0]?.shops[0]?.lines).toMatchObject([
      { variantId: lamp, quantity: 5, offer: { optionText: "S", title: "Title lamp" } },
    ]);
    expect(await readBag(world.deps, { token: "somebody else's", personId: null })).toMatchObject({ bagId: null, units: 0 });
  });

  it("keeps the secret of the cookie as a hash only", async () => {
    const { world, add } = await shop(open);
    const key = await made(add(GUEST));
    const bags = await world.db.query.selectFrom("bags").select("token_hash").execute();
    expect(bags).toHaveLength(1);
    expect(bags[0]?.token_hash).not.toContain(key.token);
    expect(bags[0]?.token_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  describe("refuses", () => {
    it("what nobody sells, and what is sold out", async () => {
      const { world, brandId, add } = await shop(open);
      await addProduct(world, brandId, "draft", { status: "draft" });
      await addProduct(world, brandId, "gone", { onHand: 0 });
      expect(await add(GUEST, 1, "nothing" as VariantId)).toEqual({ ok: false, error: { kind: "not_for_sale" } });
      expect(await add(GUEST, 1, "draft-0" as VariantId)).toEqual({ ok: false, error: { kind: "not_for_sale" } });
      expect(await add(GUEST, 1, "gone-0" as VariantId)).toEqual({ ok: false, error: { kind: "sold_out" } });
      await world.db.query.updateTable("brands").set({ status: "suspended" }).execute();
      expect(await add(GUEST)).toEqual({ ok: false, error: { kind: "not_for_sale" } });
      expect(await world.db.query.selectFrom("bags").selectAll().execute()).toEqual([]);
    });

    it("more than 99 of a line, or than there are and nobody reserved", async () => {
      const { world, add } = await shop(open);
      const key = await made(add(GUEST, 90));
      expect(await add(key, 10)).toEqual({ ok: false, error: { kind: "too_many", most: 99 } });
      await world.db.query.updateTable("stock_levels").set({ on_hand: 95, reserved: 4 }).where("variant_id", "=", lamp).execute();
      expect(await add(key, 2)).toEqual({ ok: false, error: { kind: "short", available: 91 } });
      expect(await add(key, 1)).toMatchObject({ ok: true, value: { units: 91 } });
    });

    it("more than 500 lines", async () => {
      const { world, brandId, add } = await shop(open);
      const key = await made(add(GUEST));
      const { bagId } = await findShopper(world.deps, key);
      const row = { bag_id: String(bagId), brand_id: brandId, quantity: 1, seen_price_minor: 1, added_at: 0 };
      const rows = Array.from({ length: MOST_LINES - 1 }, (_, at) => ({ ...row, variant_id: `v${at}` }));
      await world.db.query.insertInto("bag_lines").values(rows).execute();
      expect(await add(key, 1, "lamp-1" as VariantId)).toEqual({ ok: false, error: { kind: "bag_full", most: MOST_LINES } });
      expect((await add(key, 1)).ok).toBe(true);
    });
  });

  it("takes a line whose variant left the catalogue for gone, without standing in the import's way", async () => {
    const { world, add } = await shop(open);
    const key = await made(add(GUEST));
    await world.db.query.deleteFrom("variants").where("id", "=", lamp).execute();
    expect(await readBag(world.deps, key)).toMatchObject({ groups: [], gone: [{ variantId: lamp, change: { kind: "gone" } }] });
    expect(await changeBagLine(world.deps, { bag: key, variantId: lamp, change: { kind: "agree" } })).toEqual({
      ok: true,
      value: { removed: true },
    });
    expect((await readBag(world.deps, key)).units).toBe(0);
  });

  describe("one line", () => {
    it("changes its quantity, within what there is; 0 takes it out", async () => {
      const { world, add } = await shop(open);
      const key = await made(add(GUEST, 5));
      const change = (quantity: number) => changeBagLine(world.deps, { bag: key, variantId: lamp, change: { kind: "quantity", quantity } });
      expect(await change(7)).toEqual({ ok: true, value: { removed: false } });
      expect(await change(100)).toEqual({ ok: false, error: { kind: "too_many", most: 99 } });
      await world.db.query.updateTable("stock_levels").set({ on_hand: 3 }).execute();
      expect(await change(8)).toEqual({ ok: false, error: { kind: "short", available: 3 } });
      expect(await change(6)).toEqual({ ok: true, value: { removed: false } });
      expect(await change(0)).toEqual({ ok: true, value: { removed: true } });
      expect(await change(1)).toEqual({ ok: false, error: { kind: "not_in_bag" } });
    });

    it("is agreed to: the new price, and no more than there are", async () => {
      const { world, add } = await shop(open);
      const key = await made(add(GUEST, 5));
      await world.db.query.updateTable("stock_levels").set({ on_hand: 3 }).execute();
      await world.db.query.updateTable("variants").set({ price_minor: 1_200 }).execute();
      expect((await readBag(world.deps, key)).groups[0]).toMatchObject({
        isReady: false,
        shops: [{ lines: [{ change: { kind: "short" } }] }],
      });
      await changeBagLine(world.deps, { bag: key, variantId: lamp, change: { kind: "agree" } });
      expect((await readBag(world.deps, key)).groups[0]).toMatchObject({ isReady: true, itemsMinor: 3_600 });
    });

    it("is removed", async () => {
      const { world, add } = await shop(open);
      const key = await made(add(GUEST));
      await changeBagLine(world.deps, { bag: key, variantId: lamp, change: { kind: "remove" } });
      expect((await readBag(world.deps, key)).units).toBe(0);
    });
  });

  describe("a person", () => {
    it("finds their bag on another device, and takes a guest's bag along when they sign in", async () => {
      const { world, add } = await shop(open);
      const personId = await addShopper(world);
      await made(add({ token: null, personId }, 2), personId);
      expect((await readBag(world.deps, { token: null, personId })).units).toBe(2);
      const guest = await made(add(GUEST, 1, "lamp-1" as VariantId));
      await add({ ...guest, personId }, 1, "lamp-1" as VariantId);
      const bag = await readBag(world.deps, { ...guest, personId });
      expect(bag.groups[0]?.shops[0]?.lines.map(({ variantId, quantity }) => [variantId, quantity]).sort()).toEqual([
        ["lamp-0", 2],
        ["lamp-1", 2],
      ]);
    });

    it("keeps their bag from whoever uses the browser after them", async () => {
      const { world, add } = await shop(open);
      const personId = await addShopper(world);
      const key = await made(add({ token: null, personId }), personId);
      expect((await readBag(world.deps, { ...key, personId: null })).units).toBe(0);
      expect(await findShopper(world.deps, { ...key, personId: null })).toEqual({ personId: null, bagId: null });
    });
  });

  it("ties the touches of this visit to the bag, each once", async () => {
    const { world, add } = await shop(open);
    const key = await made(add(GUEST, 1, lamp, ["tch_1", "tch_2", "tch_1"]));
    await add(key, 1, lamp, ["tch_2"]);
    expect(await world.db.query.selectFrom("bag_touches").select("touch_id").orderBy("touch_id").execute()).toEqual([
      { touch_id: "tch_1" },
      { touch_id: "tch_2" },
    ]);
  });

  it("holds brands of several currencies in groups of their own", async () => {
    const { world, add } = await shop(open);
    const other: BrandId = await addBrand(world, "kumo");
    await world.db.query.updateTable("brands").set({ currency: "JPY" }).where("id", "=", other).execute();
    await addProduct(world, other, "tea", { prices: [800] });
    const key = await made(add(GUEST));
    await add(key, 2, "tea-0" as VariantId);
    expect((await readBag(world.deps, key)).groups.map(({ currency, itemsMinor }) => [currency, itemsMinor])).toEqual([
      ["EUR", 1_000],
      ["JPY", 1_600],
    ]);
  });
});
