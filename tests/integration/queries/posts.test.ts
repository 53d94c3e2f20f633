import { expect, it } from "vitest";
import type { PostId, ProductId, VariantId } from "~/domain/kernel/branded";
import { insertFollow } from "~db/queries/follows";
import {
  countFeedPosts,
  findPost,
  findTaggable,
  listFeedPosts,
  listPostsOf,
  listPostsOfProduct,
  listPostsWithBrand,
} from "~db/queries/posts";
import { transact } from "~db/transaction";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";
import { addCreator, addPost, addProduct, addShopper } from "~tests/support/shop-samples";

async function feedOf(world: World, viewer: Awaited<ReturnType<typeof addShopper>> | null, limit = 10): Promise<readonly string[]> {
  return (await listFeedPosts(world.db.query, { viewer, limit })).map((post) => post.postId);
}

onEachDatabase((open) => {
  it("puts followed creators first, and the newest first among them and among the others", async () => {
    const world = await open();
    const [lina, noe, camille] = [await addCreator(world, "lina"), await addCreator(world, "noe"), await addShopper(world)];
    await addPost(world, "noe-old", { by: { affiliateId: noe }, at: 1 });
    await addPost(world, "lina-mid", { by: { affiliateId: lina }, at: 2 });
    await addPost(world, "noe-new", { by: { affiliateId: noe }, at: 3 });
    await addPost(world, "lina-new", { by: { affiliateId: lina }, at: 4 });
    await transact(world.db, (tx) => insertFollow(tx, { personId: camille, affiliateId: noe }, world.clock.now()));
    expect(await feedOf(world, camille)).toEqual(["noe-new", "noe-old", "lina-new", "lina-mid"]);
    expect(await feedOf(world, null)).toEqual(["lina-new", "noe-new", "lina-mid", "noe-old"]);
    expect(await feedOf(world, null, 2)).toEqual(["lina-new", "noe-new"]);
    expect(await countFeedPosts(world.db.query)).toBe(4);
    expect(await listFeedPosts(world.db.query, { viewer: camille, limit: 1 })).toMatchObject([
      { followed: true, author: { kind: "affiliate", handle: "noe" } },
    ]);
  });

  it("tells a post whole, and tags only what can be bought", async () => {
    const world = await open();
    const brandId = await addBrand(world, "brume");
    const closed = await addBrand(world, "closed");
    const lina = await addCreator(world, "lina", "Lina Moreau");
    const scarf = await addProduct(world, brandId, { id: "scarf", prices: [4_900, 3_900] });
    const gone = await addProduct(world, brandId, { id: "gone", status: "archived" });
    const mug = await addProduct(world, brandId, { id: "mug", onHand: 0 });
    const lamp = await addProduct(world, closed, { id: "lamp" });
    await world.db.query.updateTable("brands").set({ status: "suspended" }).where("id", "=", closed).execute();
    await addPost(world, "winter", {
      by: { affiliateId: lina },
      at: 7,
      tags: [
        { brandId, productId: scarf },
        { brandId, productId: gone },
        { brandId: closed, productId: lamp },
        { brandId, productId: scarf, variantId: "scarf-0" as VariantId },
        { brandId, productId: mug },
      ],
    });
    const tag = { xPpm: 500_000, yPpm: 500_000, brand: { slug: "brume", name: "brume" }, currency: "EUR" };
    const sold = { handle: "scarf", title: "Title scarf", soldOut: false };
    expect(await findPost(world.db.query, { postId: "winter" as PostId, viewer: null })).toEqual({
      postId: "winter",
      author: { kind: "affiliate", affiliateId: lina, handle: "lina", name: "Lina Moreau" },
      caption: "Caption winter",
      picture: { url: "/demo/posts/winter.webp", alt: "Alt winter", width: 720, height: 900 },
      paid: true,
      publishedAt: 7,
      followed: false,
      tags: [
        { ...tag, ...sold, tagId: "winter-t0", variantId: null, priceMinor: 3_900 },
        { ...tag, ...sold, tagId: "winter-t3", variantId: "scarf-0", priceMinor: 4_900 },
        { ...tag, tagId: "winter-t4", handle: "mug", title: "Title mug", variantId: null, priceMinor: 1_000, soldOut: true },
      ],
    });
    expect(await findPost(world.db.query, { postId: "none" as PostId, viewer: null })).toBeUndefined();
  });

  it("finds the posts of a product, a creator and a brand, and hides those of brands that do not sell", async () => {
    const world = await open();
    const q = world.db.query;
    const [brume, seve] = [await addBrand(world, "brume"), await addBrand(world, "seve")];
    const [lina, noe] = [await addCreator(world, "lina"), await addCreator(world, "noe")];
    const scarf = await addProduct(world, brume, { id: "scarf" });
    const tags = [{ brandId: brume, productId: scarf }];
    await addPost(world, "a", { by: { affiliateId: lina }, at: 1, tags });
    await addPost(world, "b", { by: { affiliateId: noe }, at: 2, tags });
    await addPost(world, "c", { by: { affiliateId: lina }, at: 3 });
    await addPost(world, "own", { by: { brandId: brume }, at: 4, paid: false });
    await addPost(world, "other", { by: { brandId: seve }, at: 5 });
    const names = (posts: readonly { readonly postId: string }[]) => posts.map(({ postId }) => postId);
    const shown = await listPostsOfProduct(q, { productId: scarf, viewer: null, limit: 1 });
    expect([names(shown.posts), shown.total]).toEqual([["b"], 2]);
    expect(names(await listPostsOf(q, { affiliateId: lina, viewer: null, limit: 9 }))).toEqual(["c", "a"]);
    const ofBrume = await listPostsWithBrand(q, { brandId: brume, viewer: null, limit: 9 });
    expect(names(ofBrume)).toEqual(["own", "b", "a"]);
    expect(ofBrume[0]).toMatchObject({ author: { kind: "brand", slug: "brume", name: "brume" }, paid: false });
    await q.updateTable("brands").set({ status: "suspended" }).where("id", "=", seve).execute();
    expect(await feedOf(world, null)).toEqual(["own", "c", "b", "a"]);
    expect(await countFeedPosts(q)).toBe(4);
  });

  it("knows which products may be tagged", async () => {
    const world = await open();
    const brume = await addBrand(world, "brume");
    const scarf = await addProduct(world, brume, { id: "scarf" });
    const draft = await addProduct(world, brume, { id: "draft", status: "draft" });
    const wanted = [
      { productId: scarf, variantId: null },
      { productId: scarf, variantId: "scarf-0" as VariantId },
      { productId: scarf, variantId: "mug-0" as VariantId },
      { productId: draft, variantId: null },
      { productId: "none" as ProductId, variantId: null },
    ];
    expect(await findTaggable(world.db.query, wanted)).toEqual([brume, brume, undefined, undefined, undefined]);
    expect(await findTaggable(world.db.query, [])).toEqual([]);
  });
});
