import { expect, it } from "vitest";
import { type Handle, parseHandle } from "~/domain/accounts/handle";
import { followAffiliate } from "~/services/follow-affiliate";
import { readBrandPage } from "~/services/read-brand-page";
import { readProduct } from "~/services/read-product";
import { readStorefront } from "~/services/read-storefront";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";
import { addCreator, addPost, addProduct, addShopper } from "~tests/support/shop-samples";

function handleOf(text: string): Handle {
  const handle = parseHandle(text);
  if (handle === undefined) throw new Error(text);
  return handle;
}

onEachDatabase((open) => {
  it("a creator's storefront shows posts, goods and followers, and can be followed", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const affiliateId = await addCreator(world, "lina.moreau", "Lina Moreau");
    const viewer = await addShopper(world);
    const productId = await addProduct(world, brandId, { id: "scarf" });
    await addPost(world, "p", { by: { affiliateId }, at: 1, tags: [{ brandId, productId }] });
    const handle = handleOf("lina.moreau");
    expect(await readStorefront(world.deps, { handle, viewer })).toMatchObject({
      handle: "lina.moreau",
      name: "Lina Moreau",
      followers: 0,
      followed: false,
      posts: [{ postId: "p" }],
      products: [{ handle: "scarf" }],
    });
    const follow = (wanted: boolean) => followAffiliate(world.deps, { personId: viewer, handle, follow: wanted });
    expect([await follow(true), await follow(true)]).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await readStorefront(world.deps, { handle, viewer })).toMatchObject({
      followers: 1,
      followed: true,
      posts: [{ followed: true }],
    });
    await follow(false);
    expect(await readStorefront(world.deps, { handle, viewer })).toMatchObject({ followers: 0, followed: false });
    expect(await followAffiliate(world.deps, { personId: viewer, handle: handleOf("nobody"), follow: true })).toMatchObject({
      error: { kind: "no_such_creator" },
    });
    expect(await readStorefront(world.deps, { handle: handleOf("nobody"), viewer: null })).toBeUndefined();
  });

  it("a brand's page shows its shelf and where it was seen", async () => {
    const world = await open();
    const brandId = await addBrand(world, "brume");
    const productId = await addProduct(world, brandId, { id: "scarf", at: 2 });
    await addProduct(world, brandId, { id: "coat", at: 1 });
    await addPost(world, "p", { by: { affiliateId: await addCreator(world, "lina") }, at: 1, tags: [{ brandId, productId }] });
    expect(await readBrandPage(world.deps, { slug: "brume", viewer: null, shown: 1 })).toMatchObject({
      shop: { slug: "brume" },
      products: [{ handle: "scarf" }],
      total: 2,
      posts: [{ postId: "p" }],
    });
    expect(await readBrandPage(world.deps, { slug: "none", viewer: null, shown: 1 })).toBeUndefined();
  });

  it("a product's page is there while it is for sale", async () => {
    const world = await open();
    const brandId = await addBrand(world, "brume");
    const productId = await addProduct(world, brandId, { id: "scarf", prices: [3_900, 4_900] });
    await addProduct(world, brandId, { id: "draft", status: "draft" });
    await addProduct(world, brandId, { id: "priceless", prices: [] });
    await addPost(world, "p", { by: { affiliateId: await addCreator(world, "lina") }, at: 1, tags: [{ brandId, productId }] });
    const read = (slug: string, handle: string) => readProduct(world.deps, { slug, handle, country: null, viewer: null });
    expect(await read("brume", "scarf")).toMatchObject({
      shop: { slug: "brume" },
      product: { handle: "scarf", variants: [{ priceMinor: 3_900 }, { priceMinor: 4_900 }] },
      posts: [{ postId: "p" }],
      seenIn: 1,
    });
    for (const [slug, handle] of [
      ["brume", "draft"],
      ["brume", "priceless"],
      ["brume", "none"],
      ["none", "scarf"],
    ] as const) {
      expect(await read(slug, handle)).toBeUndefined();
    }
  });
});
