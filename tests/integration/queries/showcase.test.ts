import { expect, it } from "vitest";
import { listShowcase } from "~/services/list-showcase";
import { hasBrands, listNewestProducts } from "~db/queries/showcase";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";

type Sample = {
  readonly at: number;
  readonly status?: string;
  readonly prices?: readonly number[];
  readonly onHand?: number;
  readonly image?: string;
};

async function addProduct(world: World, brandId: string, id: string, sample: Sample): Promise<void> {
  const { at, status = "active", prices = [1_000], onHand = 5, image } = sample;
  const q = world.db.query;
  const texts = { handle: id, title: `Title ${id}`, description: "", vendor: "", category: "", options: "[]" };
  await q
    .insertInto("products")
    .values({ id, brand_id: brandId, ...texts, status, created_at: at, updated_at: at })
    .execute();
  for (const [position, price] of prices.entries()) {
    const variant = { id: `${id}-${position}`, brand_id: brandId, product_id: id, option_values: `["${position}"]`, position };
    const rest = { sku: null, barcode: null, compare_at_minor: null, image_url: null };
    await q
      .insertInto("variants")
      .values({ ...variant, ...rest, price_minor: price })
      .execute();
    await q.insertInto("stock_levels").values({ variant_id: variant.id, brand_id: brandId, on_hand: onHand }).execute();
  }
  if (image === undefined) return;
  await q
    .insertInto("product_images")
    .values({ id: `${id}-i`, brand_id: brandId, product_id: id, url: image, alt: "seen", position: 0 })
    .execute();
}

onEachDatabase((open) => {
  it("lets every brand show its newest before one shows its second", async () => {
    const world = await open();
    const [brume, seve] = [await addBrand(world, "brume"), await addBrand(world, "seve")];
    for (const at of [5, 6, 7]) await addProduct(world, brume, `b${at}`, { at });
    await addProduct(world, seve, "s1", { at: 1 });
    expect((await listNewestProducts(world.db.query, 3)).map((product) => product.productId)).toEqual(["b7", "s1", "b6"]);
  });

  it("shows the newest active products of live brands, newest first, and no more than asked for", async () => {
    const world = await open();
    const brandId = await addBrand(world, "brume");
    const hidden = await addBrand(world, "hidden");
    await world.db.query.updateTable("brands").set({ status: "onboarding" }).where("id", "=", hidden).execute();
    await addProduct(world, brandId, "old", { at: 1 });
    await addProduct(world, brandId, "new", { at: 3, image: "/demo/new.webp" });
    await addProduct(world, brandId, "mid", { at: 2 });
    await addProduct(world, brandId, "draft", { at: 9, status: "draft" });
    await addProduct(world, brandId, "history", { at: 9, status: "not_for_sale", prices: [] });
    await addProduct(world, brandId, "priceless", { at: 9, prices: [] });
    await addProduct(world, hidden, "unborn", { at: 9 });
    expect((await listNewestProducts(world.db.query, 2)).map((product) => product.title)).toEqual(["Title new", "Title mid"]);
    const [newest] = await listNewestProducts(world.db.query, 24);
    expect(newest).toEqual({
      productId: "new",
      title: "Title new",
      brand: "brume",
      currency: "EUR",
      lowestMinor: 1_000,
      severalPrices: false,
      soldOut: false,
      image: { url: "/demo/new.webp", alt: "seen" },
    });
  });

  it("tells the lowest price, whether there are others, and when nothing is left", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    await addProduct(world, brandId, "p", { at: 1, prices: [2_500, 1_900], onHand: 0 });
    expect(await listNewestProducts(world.db.query, 1)).toMatchObject([
      { lowestMinor: 1_900, severalPrices: true, soldOut: true, image: null },
    ]);
  });

  it("knows an installation without brands", async () => {
    const world = await open();
    expect(await hasBrands(world.db.query)).toBe(false);
    expect(await listShowcase(world.deps)).toEqual({ products: [], hasBrands: false, progress: [] });
    await addBrand(world);
    expect(await hasBrands(world.db.query)).toBe(true);
  });
});
