import { describe, expect, it } from "vitest";
import type { BagId, ProductId, TouchId } from "~/domain/kernel/branded";
import { HOUR_MS, MINUTE_MS } from "~/domain/kernel/instant";
import type { Contact } from "~/domain/tracking/contact";
import { recordTouches } from "~/services/record-touches";
import { setConsent } from "~/services/set-consent";
import { listPath } from "~db/queries/touches";
import { onEachDatabase } from "~tests/support/databases";
import { expectGreen, type Scene, sceneIn, touchOf } from "~tests/support/tracking-scene";
import { addPerson, addVisitor } from "~tests/support/tracking-world";

onEachDatabase((openWorld) => {
  describe("a line's path", () => {
    const all = (scene: Scene) => ({
      visitorIds: [],
      personId: null,
      bagId: null,
      brandId: scene.brume,
      productId: scene.scarf,
      from: 0 as never,
      until: scene.world.clock.now(),
    });

    it("holds the touches on the brand by visitor, in time order, told apart by product", async () => {
      const scene = await sceneIn(await openWorld());
      const visitorId = await addVisitor(scene.world);
      const ids: TouchId[] = [];
      for (const slug of ["brume", "scarf", "noor-scarf", "scarf", "look"]) {
        ids.push(touchOf(await scene.open(slug, { visitorId })));
        scene.world.clock.advance(MINUTE_MS);
      }
      await scene.open("scarf", { visitorId: await addVisitor(scene.world) });
      const path = await listPath(scene.world.db.query, { ...all(scene), visitorIds: [visitorId] });
      expect(path.map((touch) => [touch.touchId, touch.affiliateId, touch.pointsAt, touch.disqualified])).toEqual([
        [ids[0], scene.lina, "brand", null],
        [ids[1], scene.lina, "product", null],
        [ids[2], scene.noor, "product", null],
        [ids[3], scene.lina, "product", null],
        [ids[4], scene.lina, "product", null],
      ]);
      const other = await listPath(scene.world.db.query, { ...all(scene), visitorIds: [visitorId], productId: "prd_other" as ProductId });
      expect(other.map((touch) => touch.pointsAt)).toEqual(Array(5).fill("brand"));
    });

    it("is of every visitor joined to the person, of the bag, of before consent, within both ends", async () => {
      const scene = await sceneIn(await openWorld());
      const { db, clock } = scene.world;
      const personId = await addPerson(scene.world, "ines");
      const [phone, laptop] = [await addVisitor(scene.world, [personId]), await addVisitor(scene.world, [personId])];
      const byPhone = touchOf(await scene.open("scarf", { visitorId: phone }));
      const byLaptop = touchOf(await scene.open("scarf", { visitorId: laptop }));
      const unknown = touchOf(await scene.open("noor-scarf"));
      const bagId = "bag_1" as BagId;
      await db.query.insertInto("bags").values({ id: bagId, token_hash: "h", person_id: null, created_at: 0, updated_at: 0 }).execute();
      await db.query.insertInto("bag_touches").values({ bag_id: bagId, touch_id: unknown }).execute();
      const ids = async (of: Partial<Parameters<typeof listPath>[1]>) =>
        (await listPath(db.query, { ...all(scene), ...of })).map((touch) => touch.touchId);
      expect(await ids({})).toEqual([]);
      expect(await ids({ personId })).toEqual([byPhone, byLaptop]);
      expect(await ids({ personId, bagId })).toEqual([byPhone, byLaptop, unknown]);
      expect(await ids({ visitorIds: [phone] })).toEqual([byPhone]);
      const early = touchOf(await scene.open("brume"));
      const agreed = await setConsent(scene.world.deps, { agrees: true, visitorId: null, personId: null, touchIds: [early] });
      expect(await ids({ visitorIds: agreed === null ? [] : [agreed] })).toEqual([early]);
      expect(await ids({ personId, from: (clock.now() + 1) as never, until: (clock.now() + 9) as never })).toEqual([]);
      expect(await ids({ personId, until: (clock.now() - 1) as never })).toEqual([]);
    });

    it("is left by a visitor who withdraws, for what opens later", async () => {
      const scene = await sceneIn(await openWorld());
      const visitorId = await addVisitor(scene.world);
      await scene.open("scarf", { visitorId });
      const before = scene.world.clock.now();
      scene.world.clock.advance(MINUTE_MS);
      await setConsent(scene.world.deps, { agrees: false, visitorId, personId: null, touchIds: [] });
      const count = async (until: number) =>
        (await listPath(scene.world.db.query, { ...all(scene), visitorIds: [visitorId], until: until as never })).length;
      expect(await count(before)).toBe(1);
      expect(await count(scene.world.clock.now())).toBe(0);
    });

    it("is the newest 500", async () => {
      const scene = await sceneIn(await openWorld());
      const visitorId = await addVisitor(scene.world);
      const sender = { unseen: null, device: "phone", inApp: null } as const;
      const contacts = Array.from({ length: 520 }, (_, at): Contact => {
        const slug = at % 2 === 0 ? "scarf" : "noor-scarf";
        return {
          aim: { kind: "link", slug },
          at: (scene.world.clock.now() + at) as never,
          visitorId,
          carried: null,
          sender,
          referrer: null,
        };
      });
      const answers = await recordTouches(scene.deps, { contacts, reports: [] });
      scene.world.clock.advance(HOUR_MS);
      const path = await listPath(scene.world.db.query, { ...all(scene), visitorIds: [visitorId], until: scene.world.clock.now() });
      expect(path.map((touch) => touch.touchId)).toEqual(answers.slice(20).map(touchOf));
      await expectGreen(scene);
    });
  });
});
