import { expect, it } from "vitest";
import { findShop, hasBrands, listAffiliateShelf, listBrandShelf, listNewestProducts, listShops } from "~db/queries/shelves";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";
import { addCreator, addPost, addProduct } from "~tests/support/shop-samples";

onEachDatabase((open) => {
  it("lets every brand show its newest before one shows its second", async () => {
    const world = await open();
    const [brume, seve] = [await addBrand(world, "brume"), await addBrand(world, "seve")];
    for (const at of [5, 6, 7]) await addProduct(world, brume, { id: `b${at}`, at });
    await addProduct(world, seve, { id: "s1", at: 1 });
    expect((await listNewestProducts(world.db.query, 3)).map((product) => product.productId)).toEqual(["b7", "s1", "b6"]);
  });

  it("shows the newest active products of live brands, newest first, and no more than asked for", async () => {
    const world = await open();
    const brandId = await addBrand(world, "brume");
    const hidden = await addBrand(world, "hidden");
    await world.db.query.updateTable("brands").set({ status: "onboarding" }).where("id", "=", hidden).execute();
    await addProduct(world, brandId, { id: "old", at: 1 });
    await addProduct(world, brandId, { id: "new", at: 3, image: "/demo/new.webp" });
    await addProduct(world, brandId, { id: "mid", at: 2 });
    await addProduct(world, brandId, { id: "draft", at: 9, status: "draft" });
    await addProduct(world, brandId, { id: "history", at: 9, status: "not_for_sale", prices: [] });
    await addProduct(world, brandId, { id: "priceless", at: 9, prices: [] });
    await addProduct(world, hidden, { id: "unborn", at: 9 });
    expect((await listNewestProducts(world.db.query, 2)).map((product) => product.title)).toEqual(["Title new", "Title mid"]);
    const [newest] = await listNewestProducts(world.db.query, 24);
    expect(newest).toEqual({
      productId: "new",
      handle: "new",
      title: "Title new",
      brand: "brume",
      brandSlug: "brume",
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
    await addProduct(world, brandId, { id: "p", at: 1, prices: [2_500, 1_900], onHand: 0 });
    expect(await listNewestProducts(world.db.query, 1)).toMatchObject([
      { lowestMinor: 1_900, severalPrices: true, soldOut: true, image: null },
    ]);
  });

  it("knows an installation without brands", async () => {
    const world = await open();
    expect(await hasBrands(world.db.query)).toBe(false);
    await addBrand(world);
    expect(await hasBrands(world.db.query)).toBe(true);
  });

  it("tells who sells, with the promises of the shop, while it is open", async () => {
    const world = await open();
    const q = world.db.query;
    const brandId = await addBrand(world, "brume");
    await q.updateTable("brands").set({ cancel_window_minutes: 45 }).where("id", "=", brandId).execute();
    const shop = { brandId, slug: "brume", name: "brume", legalName: "brume", currency: "EUR", timezone: "Europe/Paris", country: "FR" };
    expect(await findShop(q, "brume")).toEqual({ ...shop, taxInclusive: true, cancelWindowMinutes: 45 });
    await q.updateTable("brands").set({ legal_name: "Brume SAS" }).where("id", "=", brandId).execute();
    expect(await findShop(q, "brume")).toMatchObject({ legalName: "Brume SAS" });
    expect(await findShop(q, "none")).toBeUndefined();
    await q.updateTable("brands").set({ status: "suspended" }).where("id", "=", brandId).execute();
    expect(await findShop(q, "brume")).toBeUndefined();
  });

  it("lists the shops that have something to sell, by name", async () => {
    const world = await open();
    const [seve, brume] = [await addBrand(world, "seve"), await addBrand(world, "brume")];
    await addBrand(world, "empty");
    await addProduct(world, seve, { id: "oil" });
    await addProduct(world, brume, { id: "scarf" });
    expect(await listShops(world.db.query)).toEqual([
      { slug: "brume", name: "brume" },
      { slug: "seve", name: "seve" },
    ]);
  });

  it("shows a brand's own shelf, the newest first, and says how much there is", async () => {
    const world = await open();
    const [brume, seve] = [await addBrand(world, "brume"), await addBrand(world, "seve")];
    for (const at of [1, 2, 3]) await addProduct(world, brume, { id: `b${at}`, at });
    await addProduct(world, brume, { id: "draft", at: 9, status: "draft" });
    await addProduct(world, seve, { id: "s", at: 9 });
    const { products, total } = await listBrandShelf(world.db.query, { brandId: brume, limit: 2 });
    expect([products.map(({ handle }) => handle), total]).toEqual([["b3", "b2"], 3]);
  });

  it("shows what a creator's posts show, that of the newest post first, each product once", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const affiliateId = await addCreator(world, "lina");
    const [scarf, coat, hat] = [
      await addProduct(world, brandId, { id: "scarf" }),
      await addProduct(world, brandId, { id: "coat" }),
      await addProduct(world, brandId, { id: "hat" }),
    ];
    const tagged = (productId: typeof scarf) => ({ brandId, productId });
    await addPost(world, "old", { by: { affiliateId }, at: 1, tags: [tagged(scarf), tagged(coat)] });
    await addPost(world, "new", { by: { affiliateId }, at: 2, tags: [tagged(coat), tagged(coat)] });
    await addPost(world, "hers", { by: { affiliateId: await addCreator(world, "noe") }, at: 3, tags: [tagged(hat)] });
    const shelf = await listAffiliateShelf(world.db.query, { affiliateId, limit: 9 });
    expect(shelf.map(({ handle }) => handle)).toEqual(["coat", "scarf"]);
  });
});
