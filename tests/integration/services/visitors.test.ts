import { describe, expect, it } from "vitest";
import type { TouchId, VisitorId } from "~/domain/kernel/branded";
import { joinVisitor } from "~/services/join-visitor";
import { leaveVisitor } from "~/services/leave-visitor";
import { setConsent } from "~/services/set-consent";
import { findVisitor, listVisitorsOf } from "~db/queries/visitors";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addPerson, addVisitor } from "~tests/support/tracking-world";

const NOBODY = "vis_nobody" as VisitorId;
const answer = { visitorId: null, personId: null, touchIds: [] };

const visitorsIn = async (world: World): Promise<number> => (await world.db.query.selectFrom("visitors").select("id").execute()).length;

onEachDatabase((open) => {
  describe("consent", () => {
    it("gives a visitor, joined to whoever is signed in, with the touches of the visit", async () => {
      const world = await open();
      const personId = await addPerson(world, "ines");
      const visitorId = await setConsent(world.deps, {
        ...answer,
        agrees: true,
        personId,
        touchIds: ["tch_1", "tch_1", "tch_2"] as TouchId[],
      });
      expect(await listVisitorsOf(world.db.query, personId)).toEqual([visitorId]);
      const kept = await world.db.query.selectFrom("visitor_touches").selectAll().orderBy("touch_id").execute();
      expect(kept).toEqual([
        { visitor_id: visitorId, touch_id: "tch_1" },
        { visitor_id: visitorId, touch_id: "tch_2" },
      ]);
    });

    it("said again keeps the visitor; said with an id that is nobody's gives a fresh one", async () => {
      const world = await open();
      const first = await setConsent(world.deps, { ...answer, agrees: true });
      expect(await setConsent(world.deps, { ...answer, agrees: true, visitorId: first })).toBe(first);
      const second = await setConsent(world.deps, { ...answer, agrees: true, visitorId: NOBODY });
      expect([second === first, second === NOBODY, second === null]).toEqual([false, false, false]);
    });

    it("refused makes nobody; withdrawn ends the visitor once, and agreeing later makes another", async () => {
      const world = await open();
      expect(await setConsent(world.deps, { ...answer, agrees: false })).toBeNull();
      expect(await setConsent(world.deps, { ...answer, agrees: false, visitorId: NOBODY })).toBeNull();
      expect(await visitorsIn(world)).toBe(0);
      const visitorId = await addVisitor(world);
      const at = world.clock.now();
      await setConsent(world.deps, { ...answer, agrees: false, visitorId });
      world.clock.advance(1_000);
      await setConsent(world.deps, { ...answer, agrees: false, visitorId });
      expect(await findVisitor(world.db.query, visitorId)).toEqual({ withdrawnAt: at, people: [] });
      expect(await setConsent(world.deps, { ...answer, agrees: true, visitorId })).not.toBe(visitorId);
    });
  });

  describe("signing in", () => {
    it("joins the visitor to the person, again without effect", async () => {
      const world = await open();
      const personId = await addPerson(world, "ines");
      const [phone, laptop] = [await addVisitor(world), await addVisitor(world)];
      for (const visitorId of [phone, laptop, phone]) expect(await joinVisitor(world.deps, { visitorId, personId })).toBe(visitorId);
      expect(await listVisitorsOf(world.db.query, personId)).toEqual([phone, laptop]);
    });

    it("makes another visitor of a browser somebody else signed in with", async () => {
      const world = await open();
      const [ines, noor] = [await addPerson(world, "ines"), await addPerson(world, "noor")];
      const visitorId = await addVisitor(world, [ines]);
      const joined = await joinVisitor(world.deps, { visitorId, personId: noor });
      expect(joined).not.toBe(visitorId);
      expect(await listVisitorsOf(world.db.query, ines)).toEqual([visitorId]);
      expect(await listVisitorsOf(world.db.query, noor)).toEqual([joined]);
    });

    it("joins nobody who did not agree", async () => {
      const world = await open();
      const personId = await addPerson(world, "ines");
      const withdrawn = await addVisitor(world);
      await setConsent(world.deps, { ...answer, agrees: false, visitorId: withdrawn });
      for (const visitorId of [NOBODY, withdrawn]) expect(await joinVisitor(world.deps, { visitorId, personId })).toBeNull();
      expect(await listVisitorsOf(world.db.query, personId)).toEqual([]);
    });
  });

  it("signing out makes another visitor of the browser, joined to nobody", async () => {
    const world = await open();
    const personId = await addPerson(world, "ines");
    const visitorId = await addVisitor(world, [personId]);
    const fresh = await leaveVisitor(world.deps, visitorId);
    expect(fresh).not.toBe(visitorId);
    expect(await findVisitor(world.db.query, fresh ?? NOBODY)).toEqual({ withdrawnAt: null, people: [] });
    expect(await leaveVisitor(world.deps, NOBODY)).toBeNull();
  });
});
