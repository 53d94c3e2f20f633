import { expect, it } from "vitest";
import type { InteractionBatchId, PersonId, TouchId, VisitorId } from "~/domain/kernel/branded";
import { HOUR_MS } from "~/domain/kernel/instant";
import { findThings, insertInteractions } from "~db/queries/interactions";
import { findDestination } from "~db/queries/links";
import { findOpenedLinks, findOpenedStorefronts, findOpenedTags, listStandings } from "~db/queries/opened";
import { listOpeners, listRecentById, listRecentOfVisitors } from "~db/queries/openers";
import { insertTouches, listBatchTouches } from "~db/queries/touches";
import { listVisitorsOf, withdrawVisitor } from "~db/queries/visitors";
import { transact } from "~db/transaction";
import { onEachDatabase } from "~tests/support/databases";
import { addPerson, addVisitor, setStanding, trackingWorld } from "~tests/support/tracking-world";

const batchId = "bat_1" as InteractionBatchId;

onEachDatabase((open) => {
  it("finds many keys at once, each once, and none for none", async () => {
    const world = await open();
    const { lina, scarf, coat, links, scarfTag, post } = await trackingWorld(world);
    const { query } = world.db;
    const slugs = ["scarf", ...Array.from({ length: 150 }, (_, at) => `none-${at}`), "noor-scarf", "scarf"];
    const found = await findOpenedLinks(query, slugs);
    expect([...found.keys()].sort()).toEqual(["noor-scarf", "scarf"]);
    expect(found.get("scarf")).toMatchObject({ path: "/brands/brume/scarf", opened: { affiliateId: lina, linkId: links.scarf } });
    expect((await findOpenedLinks(query, ["look"])).get("look")?.opened.aims.map((aim) => aim.productId)).toEqual([scarf, coat]);
    expect((await findOpenedTags(query, [scarfTag])).get(scarfTag)).toMatchObject({
      postId: post,
      opened: { channel: "post", affiliateId: lina },
    });
    expect((await findOpenedStorefronts(query, ["lina"])).get("lina")).toMatchObject({ channel: "storefront", aims: [] });
    for (const none of [await findOpenedLinks(query, []), await findOpenedTags(query, []), await listOpeners(query, [])])
      expect(none.size).toBe(0);
  });

  it("tells how affiliates stand with brands", async () => {
    const world = await open();
    const { lina, noor, brume, halden } = await trackingWorld(world);
    await setStanding(world, { affiliate: lina, brand: halden, as: "banned" });
    const standings = await listStandings(world.db.query, [lina, noor]);
    expect([...(standings.get(lina) ?? [])]).toEqual([
      [brume, "approved"],
      [halden, "banned"],
    ]);
    expect(standings.get(noor)?.get(halden)).toBe("approved");
  });

  it("knows openers who agreed, with everybody they signed in as", async () => {
    const world = await open();
    const [ines, noor] = [await addPerson(world, "ines"), await addPerson(world, "noor")];
    const [both, none, gone] = [await addVisitor(world, [ines, noor]), await addVisitor(world), await addVisitor(world, [ines])];
    await transact(world.db, (tx) => withdrawVisitor(tx, { visitorId: gone, now: world.clock.now() }));
    const openers = await listOpeners(world.db.query, [both, none, gone, "vis_none" as VisitorId]);
    expect(new Map([...openers].map(([id, people]) => [id, [...people].sort()]))).toEqual(
      new Map<VisitorId, PersonId[]>([
        [both, [ines, noor].sort()],
        [none, []],
      ]),
    );
    expect(await listVisitorsOf(world.db.query, ines)).toEqual([both, gone]);
  });

  it("keeps batches of more rows than a statement takes, and the counted ones of the last hour", async () => {
    const world = await open();
    const { lina, brume, scarf, links } = await trackingWorld(world);
    const visitorId = await addVisitor(world);
    const now = world.clock.now();
    const touches = Array.from({ length: 150 }, (_, at) => ({
      touchId: `tch_${String(at).padStart(3, "0")}` as TouchId,
      affiliateId: lina,
      channel: "link" as const,
      at: (now - at * 60_000) as typeof now,
      linkId: links.scarf,
      postId: null,
      tagId: null,
      visitorId,
      device: "phone" as const,
      inApp: null,
      referrer: null,
      unseen: null,
      isDuplicate: at % 2 === 1,
      targets: [{ brandId: brume, productId: at === 0 ? null : scarf, disqualified: at % 2 === 1 ? ("duplicate" as const) : null }],
    }));
    await transact(world.db, (tx) => insertTouches(tx, batchId, touches));
    const kept = await listBatchTouches(world.db.query, batchId);
    expect(kept).toHaveLength(150);
    expect(kept.at(-1)).toMatchObject({ touchId: "tch_000", targets: [{ brandId: brume, productId: null, disqualified: null }] });
    const recent = (await listRecentOfVisitors(world.db.query, [visitorId], now)).get(visitorId) ?? [];
    expect(recent).toHaveLength(30);
    expect(recent.every((touch) => touch.thing === links.scarf && touch.at > now - HOUR_MS)).toBe(true);
    const byId = await listRecentById(world.db.query, ["tch_000", "tch_001", "tch_100"] as TouchId[], now);
    expect([...byId.keys()]).toEqual(["tch_000"]);
  });

  it("keeps telemetry, its reasons as JSON, and knows what exists", async () => {
    const world = await open();
    const { brume, scarf, post } = await trackingWorld(world);
    const row = {
      kind: "checkout_payment_failed",
      at: world.clock.now(),
      visitorId: null,
      brandId: null,
      productId: null,
      postId: null,
      checkoutId: null,
      device: "desktop",
      inApp: null,
      excluded: null,
      reason: null,
    } as const;
    await transact(world.db, (tx) =>
      insertInteractions(tx, { batchId, ids: world.deps.ids }, [
        row,
        { ...row, excluded: "bot" },
        { ...row, excluded: "bot", reason: "declined" },
      ]),
    );
    const kept = await world.db.query.selectFrom("interactions").select("detail").orderBy("id").execute();
    expect(kept.map(({ detail }) => detail)).toEqual([null, '{"excluded":"bot"}', '{"excluded":"bot","reason":"declined"}']);
    const things = await findThings(world.db.query, { productIds: [scarf, "prd_none"], postIds: [post, "pst_none"] });
    expect([[...things.brandOfProduct], [...things.brandOfPost]]).toEqual([[[scarf, brume]], [[post, null]]]);
  });

  it("finds destinations by the names in their addresses", async () => {
    const world = await open();
    const { brume, scarf, post, lina } = await trackingWorld(world);
    const { query } = world.db;
    const path = "/";
    expect(await findDestination(query, { kind: "product", brand: "brume", product: "scarf", path })).toEqual({
      id: scarf,
      brandId: brume,
    });
    expect(await findDestination(query, { kind: "product", brand: "halden", product: "scarf", path })).toBeNull();
    expect(await findDestination(query, { kind: "brand", brand: "brume", path })).toEqual({ id: brume, brandId: brume });
    expect(await findDestination(query, { kind: "post", post, path })).toEqual({ id: post, brandId: null });
    expect(await findDestination(query, { kind: "storefront", handle: "lina" as never, path })).toEqual({ id: lina, brandId: null });
  });
});
