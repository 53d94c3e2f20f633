import { expect, it } from "vitest";
import type { ProductId } from "~/domain/kernel/branded";
import { publishPost } from "~/services/publish-post";
import { readPost } from "~/services/read-post";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";
import { addCreator, addProduct } from "~tests/support/shop-samples";

const PICTURE = { url: "/demo/posts/hiver.webp", alt: "A coat and a scarf", width: 720, height: 900 };

onEachDatabase((open) => {
  it("publishes a creator's post as paid, at the present, with its tags where they were put", async () => {
    const world = await open();
    const affiliateId = await addCreator(world, "lina");
    const productId = await addProduct(world, await addBrand(world), { id: "scarf" });
    const tags = [{ productId, variantId: null, x: 0.795, y: 0.36 }];
    const published = await publishPost(world.deps, { by: { affiliateId }, caption: "Hiver.", picture: PICTURE, tags });
    if (!published.ok) throw new Error(published.error.kind);
    expect(await readPost(world.deps, { postId: published.value.postId, viewer: null })).toMatchObject({
      caption: "Hiver.",
      picture: PICTURE,
      paid: true,
      publishedAt: world.clock.now(),
      tags: [{ handle: "scarf", xPpm: 795_000, yPpm: 360_000 }],
    });
  });

  it("publishes a brand's own post as its own, and takes a creator's word that a post is not paid", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const affiliateId = await addCreator(world, "lina");
    const productId = await addProduct(world, brandId, { id: "scarf" });
    const rest = { caption: "", picture: PICTURE, tags: [{ productId, variantId: null, x: 0, y: 0 }] };
    for (const input of [
      { by: { brandId }, ...rest },
      { by: { affiliateId }, ...rest, paid: false },
    ]) {
      const published = await publishPost(world.deps, input);
      if (!published.ok) throw new Error(published.error.kind);
      expect(await readPost(world.deps, { postId: published.value.postId, viewer: null })).toMatchObject({ paid: false });
    }
  });

  it("refuses what cannot be bought and what does not lie in the picture, and writes nothing then", async () => {
    const world = await open();
    const affiliateId = await addCreator(world, "lina");
    const brandId = await addBrand(world);
    const draft = await addProduct(world, brandId, { id: "draft", status: "draft" });
    const scarf = await addProduct(world, brandId, { id: "scarf" });
    const at = (productId: ProductId, x: number) => ({ productId, variantId: null, x, y: 0.5 });
    const publish = (tags: readonly ReturnType<typeof at>[]) =>
      publishPost(world.deps, { by: { affiliateId }, caption: "", picture: PICTURE, tags });
    expect(await publish([at(scarf, 0.5), at(draft, 0.5)])).toMatchObject({ error: { kind: "product_not_for_sale" } });
    expect(await publish([at(scarf, 1.01)])).toMatchObject({ error: { kind: "tag_outside" } });
    expect(await world.db.query.selectFrom("posts").selectAll().execute()).toEqual([]);
  });
});
