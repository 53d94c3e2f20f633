import { describe, expect, it } from "vitest";
import type { InteractionBatchId } from "~/domain/kernel/branded";
import { HOUR_MS, MINUTE_MS } from "~/domain/kernel/instant";
import { recordTouches } from "~/services/record-touches";
import { setConsent } from "~/services/set-consent";
import { listBatchTouches } from "~db/queries/touches";
import { onEachDatabase } from "~tests/support/databases";
import { expectGreen, sceneIn, touchOf } from "~tests/support/tracking-scene";
import { addVisitor, setStanding } from "~tests/support/tracking-world";

onEachDatabase((openWorld) => {
  it("keeps a click with what it points at, and tells projections, in one batch", async () => {
    const scene = await sceneIn(await openWorld());
    const answer = await scene.open("scarf", { referrer: "elsewhere.example" });
    expect(answer).toMatchObject({ kind: "recorded", destination: expect.stringMatching(/^\/brands\/brume\/scarf\?vt=tch_/) });
    expect(await scene.targets()).toEqual([[scene.brume, scene.scarf, null]]);
    const [row] = await scene.world.db.query.selectFrom("touches").selectAll().execute();
    expect(row).toMatchObject({ channel: "link", link_id: scene.links.scarf, visitor_id: null, device: "phone", in_app: "instagram" });
    expect(row?.referrer).toBe("elsewhere.example");
    const events = await scene.world.db.query.selectFrom("events").selectAll().where("type", "=", "interactions.recorded").execute();
    expect(events).toMatchObject([
      { brand_id: null, subject_id: row?.batch_id, payload: JSON.stringify({ batchId: row?.batch_id, rows: 1 }) },
    ]);
    const outbox = await scene.world.db.query
      .selectFrom("outbox")
      .select("consumer")
      .where("event_id", "=", events[0]?.id ?? "")
      .execute();
    expect(outbox).toEqual([{ consumer: "projections.fold" }]);
    expect(await listBatchTouches(scene.world.db.query, row?.batch_id as InteractionBatchId)).toMatchObject([
      { touchId: row?.id, linkId: scene.links.scarf, targets: [{ brandId: scene.brume, productId: scene.scarf, disqualified: null }] },
    ]);
    await expectGreen(scene);
  });

  it("points a post's link at its tagged products, a brand's at the brand, any other at every approved brand", async () => {
    const scene = await sceneIn(await openWorld());
    await scene.open("look");
    expect(await scene.targets()).toEqual([
      [scene.brume, scene.scarf, null],
      [scene.halden, scene.coat, null],
    ]);
    await scene.open("brume");
    expect(await scene.targets()).toEqual([[scene.brume, "", null]]);
    await setStanding(scene.world, { affiliate: scene.lina, brand: scene.halden, as: "paused" });
    await scene.open("home");
    expect(await scene.targets()).toEqual([[scene.brume, "", null]]);
    await scene.open({ kind: "storefront", handle: "lina" as never });
    expect(await scene.targets()).toEqual([[scene.brume, "", null]]);
    await expectGreen(scene);
  });

  it("keeps a tag's tap as the post's, with the telemetry beside it", async () => {
    const scene = await sceneIn(await openWorld());
    const visitorId = await addVisitor(scene.world);
    expect(await scene.open({ kind: "tag", tagId: scene.coatTag }, { visitorId })).toMatchObject({
      kind: "recorded",
      destination: null,
      carried: null,
    });
    expect(await scene.targets()).toEqual([[scene.halden, scene.coat, null]]);
    expect(await scene.open({ kind: "tag", tagId: scene.brandTag }, { visitorId })).toEqual({ kind: "noted" });
    const { query } = scene.world.db;
    expect(await query.selectFrom("touches").select(["channel", "post_id", "tag_id", "affiliate_id"]).execute()).toEqual([
      { channel: "post", post_id: scene.post, tag_id: scene.coatTag, affiliate_id: scene.lina },
    ]);
    expect(await query.selectFrom("interactions").select(["kind", "product_id", "visitor_id", "detail"]).orderBy("id").execute()).toEqual([
      { kind: "tag_tap", product_id: scene.coat, visitor_id: visitorId, detail: null },
      { kind: "tag_tap", product_id: scene.scarf, visitor_id: visitorId, detail: null },
    ]);
    await expectGreen(scene);
  });

  it("writes nothing for what does not exist", async () => {
    const scene = await sceneIn(await openWorld());
    for (const aim of ["none", { kind: "tag", tagId: "tag_none" as never }, { kind: "storefront", handle: "nobody" as never }] as const) {
      expect(await scene.open(aim)).toEqual({ kind: "unknown" });
    }
    expect(await scene.world.db.query.selectFrom("events").select("id").where("type", "=", "interactions.recorded").execute()).toEqual([]);
  });

  describe("reasons", () => {
    it.each(["bot", "prefetch", "not_navigate"] as const)("%s is kept, and gets no signed touch", async (unseen) => {
      const scene = await sceneIn(await openWorld());
      const sender = { unseen, device: "other", inApp: null } as const;
      expect(await scene.open("scarf", { sender })).toMatchObject({ destination: "/brands/brume/scarf", carried: null });
      expect(await scene.targets()).toEqual([[scene.brume, scene.scarf, unseen]]);
    });

    it("partnership and banned, per brand", async () => {
      const scene = await sceneIn(await openWorld());
      await setStanding(scene.world, { affiliate: scene.lina, brand: scene.brume, as: "banned" });
      await setStanding(scene.world, { affiliate: scene.lina, brand: scene.halden, as: "ended" });
      await scene.open("look");
      expect(await scene.targets()).toEqual([
        [scene.brume, scene.scarf, "banned"],
        [scene.halden, scene.coat, "partnership"],
      ]);
    });

    it("self, on a browser the affiliate ever signed in with", async () => {
      const scene = await sceneIn(await openWorld());
      const visitorId = await addVisitor(scene.world, [scene.linaPerson]);
      await scene.open("scarf", { visitorId });
      expect(await scene.targets()).toEqual([[scene.brume, scene.scarf, "self"]]);
      await scene.open("noor-scarf", { visitorId });
      expect(await scene.targets()).toEqual([[scene.brume, scene.scarf, null]]);
    });

    it("duplicate: the same link within the hour, with A-B-A as three touches", async () => {
      const scene = await sceneIn(await openWorld());
      const visitorId = await addVisitor(scene.world);
      const reasons: (string | null | undefined)[] = [];
      const click = async (slug: string): Promise<void> => {
        await scene.open(slug, { visitorId });
        reasons.push((await scene.targets())[0]?.[2]);
        scene.world.clock.advance(5 * MINUTE_MS);
      };
      for (const slug of ["scarf", "scarf", "noor-scarf", "scarf", "scarf", "look"]) await click(slug);
      expect(reasons).toEqual([null, "duplicate", null, null, "duplicate", null]);
      scene.world.clock.advance(HOUR_MS);
      await click("scarf");
      expect(reasons.at(-1)).toBeNull();
    });

    it("a prefetch before is no reason against the visit, nor is another visitor's click", async () => {
      const scene = await sceneIn(await openWorld());
      const visitorId = await addVisitor(scene.world);
      await scene.open("scarf", { visitorId, sender: { unseen: "prefetch", device: "phone", inApp: null } });
      await scene.open("scarf", { visitorId: await addVisitor(scene.world) });
      await scene.open("scarf", { visitorId });
      expect(await scene.targets()).toEqual([[scene.brume, scene.scarf, null]]);
    });

    it("a duplicate is known without consent too, by the touches the address carries", async () => {
      const scene = await sceneIn(await openWorld());
      const first = await scene.open("scarf");
      const carried = first.kind === "recorded" ? first.carried : null;
      const second = await scene.open("scarf", { carried });
      expect(await scene.targets()).toEqual([[scene.brume, scene.scarf, "duplicate"]]);
      expect(second).toMatchObject({ carried });
    });

    it("and by touches from before the visitor agreed", async () => {
      const scene = await sceneIn(await openWorld());
      const first = await scene.open("scarf");
      const visitorId = await setConsent(scene.world.deps, { agrees: true, visitorId: null, personId: null, touchIds: [touchOf(first)] });
      await scene.open("scarf", { visitorId });
      expect(await scene.targets()).toEqual([[scene.brume, scene.scarf, "duplicate"]]);
    });
  });

  it("keeps reports that name what exists, under the visitor only with consent", async () => {
    const scene = await sceneIn(await openWorld());
    const visitorId = await addVisitor(scene.world);
    const said = { kind: "impression", productId: null, postId: scene.post, checkoutId: null, reason: null } as const;
    const sender = { unseen: null, device: "phone", inApp: null } as const;
    const at = scene.world.clock.now();
    await recordTouches(scene.deps, {
      contacts: [],
      reports: [
        {
          at,
          visitorId,
          sender,
          rows: [said, { ...said, kind: "product_view", productId: scene.scarf }, { ...said, postId: "pst_none" as never }],
        },
        {
          at,
          visitorId: "vis_forged" as never,
          sender,
          rows: [{ ...said, kind: "checkout_payment_failed", postId: null, reason: "declined" }],
        },
      ],
    });
    const columns = ["kind", "visitor_id", "brand_id", "product_id", "post_id", "detail"] as const;
    expect(await scene.world.db.query.selectFrom("interactions").select(columns).orderBy("id").execute()).toEqual([
      { kind: "impression", visitor_id: visitorId, brand_id: null, product_id: null, post_id: scene.post, detail: null },
      { kind: "product_view", visitor_id: visitorId, brand_id: scene.brume, product_id: scene.scarf, post_id: scene.post, detail: null },
      {
        kind: "checkout_payment_failed",
        visitor_id: null,
        brand_id: null,
        product_id: null,
        post_id: null,
        detail: '{"reason":"declined"}',
      },
    ]);
    await expectGreen(scene);
  });
});
