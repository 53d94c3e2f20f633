import { expect, it } from "vitest";
import { listFeed } from "~/services/list-feed";
import { writeProgress } from "~db/queries/progress";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";
import { addCreator, addPost, addProduct } from "~tests/support/shop-samples";

onEachDatabase((open) => {
  it("shows goods while nobody has posted, and how far the filling is", async () => {
    const world = await open();
    expect(await listFeed(world.deps, { viewer: null, shown: 12 })).toEqual({
      posts: [],
      total: 0,
      products: [],
      shops: [],
      hasBrands: false,
      progress: [],
    });
    await addProduct(world, await addBrand(world), { id: "scarf" });
    await writeProgress(world.db.query, { key: "demo.history", done: 3, total: 9, state: "running", now: world.clock.now() });
    expect(await listFeed(world.deps, { viewer: null, shown: 12 })).toMatchObject({
      posts: [],
      products: [{ handle: "scarf" }],
      shops: [{ slug: "brume" }],
      hasBrands: true,
      progress: [{ key: "demo.history", done: 3, total: 9, state: "running" }],
    });
  });

  it("shows as many posts as asked for, and says how many there are", async () => {
    const world = await open();
    const affiliateId = await addCreator(world, "lina");
    for (const at of [1, 2, 3]) await addPost(world, `p${at}`, { by: { affiliateId }, at });
    const feed = await listFeed(world.deps, { viewer: null, shown: 2 });
    expect(feed.posts.map(({ postId }) => postId)).toEqual(["p3", "p2"]);
    expect(feed).toMatchObject({ total: 3, products: [] });
  });
});
