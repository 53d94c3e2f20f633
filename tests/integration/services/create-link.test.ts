import { expect, it } from "vitest";
import { createLink, type LinkRefusal } from "~/services/create-link";
import { findAffiliate } from "~/services/find-affiliate";
import { listLinksOf } from "~db/queries/links";
import { onEachDatabase } from "~tests/support/databases";
import { trackingWorld } from "~tests/support/tracking-world";

onEachDatabase((open) => {
  it("keeps where a link leads, whose it is, and its words", async () => {
    const world = await open();
    const { lina, brume, scarf } = await trackingWorld(world);
    world.clock.advance(1);
    const made = await createLink(world.deps, {
      affiliateId: lina,
      to: "/brands/brume/scarf?size=M#care",
      slug: "Autumn",
      subIds: ["story", "", "3"],
      utm: { source: "insta & co", campaign: "été" },
    });
    const link = {
      slug: "autumn",
      affiliateId: lina,
      destination: { kind: "product", path: "/brands/brume/scarf?size=M#care", brandId: brume, productId: scarf },
      subIds: ["story", null, "3", null, null],
      utm: "utm_source=insta%20%26%20co&utm_campaign=%C3%A9t%C3%A9",
      createdAt: world.clock.now(),
    };
    expect(made).toMatchObject({ ok: true, value: link });
    expect((await listLinksOf(world.db.query, lina))[0]).toEqual(made.ok ? made.value : null);
  });

  it("leads to brands, posts, storefronts and the first page too, with a slug nobody guesses", async () => {
    const world = await open();
    const { lina, brume, post } = await trackingWorld(world);
    for (const [to, destination] of [
      ["/brands/brume", { kind: "brand", brandId: brume }],
      [`/posts/${post}`, { kind: "post", postId: post }],
      ["/@noor", { kind: "page" }],
      ["/", { kind: "page" }],
    ] as const) {
      const made = await createLink(world.deps, { affiliateId: lina, to });
      expect(made).toMatchObject({
        ok: true,
        value: { destination: { ...destination, path: to }, slug: expect.stringMatching(/^[a-z0-9]{10}$/) },
      });
    }
  });

  it("refuses what leads nowhere, elsewhere, or is taken, and writes nothing", async () => {
    const world = await open();
    const { lina } = await trackingWorld(world);
    await world.db.query.updateTable("products").set({ status: "draft" }).where("handle", "=", "coat").execute();
    await world.db.query.updateTable("brands").set({ status: "suspended" }).where("slug", "=", "halden").execute();
    const before = (await listLinksOf(world.db.query, lina)).length;
    const good = { affiliateId: lina, to: "/brands/brume" };
    for (const [input, kind] of [
      [{ to: "https://elsewhere.example/" }, "destination_foreign"],
      [{ to: "//elsewhere.example/" }, "destination_foreign"],
      [{ to: "/manage/brume" }, "destination_foreign"],
      [{ to: "/brands/none" }, "destination_missing"],
      [{ to: "/brands/halden" }, "destination_missing"],
      [{ to: "/brands/brume/coat" }, "destination_missing"],
      [{ to: "/posts/none" }, "destination_missing"],
      [{ to: "/@nobody" }, "destination_missing"],
      [{ slug: "a b" }, "slug_invalid"],
      [{ slug: "scarf" }, "slug_taken"],
      [{ slug: "SCARF" }, "slug_taken"],
      [{ subIds: ["1", "2", "3", "4", "5", "6"] }, "sub_id_invalid"],
      [{ subIds: ["a\nb"] }, "sub_id_invalid"],
      [{ utm: { term: "a".repeat(101) } }, "utm_invalid"],
    ] satisfies [object, LinkRefusal["kind"]][]) {
      expect([input, await createLink(world.deps, { ...good, ...input })]).toEqual([input, { ok: false, error: { kind } }]);
    }
    expect(await listLinksOf(world.db.query, lina)).toHaveLength(before);
  });

  it("finds affiliates by handle", async () => {
    const world = await open();
    const { lina } = await trackingWorld(world);
    expect(await findAffiliate(world.deps, "@Lina")).toBe(lina);
    expect(await findAffiliate(world.deps, "nobody")).toBeNull();
    expect(await findAffiliate(world.deps, "//")).toBeNull();
  });
});
