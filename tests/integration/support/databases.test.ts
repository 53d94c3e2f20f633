import { sql } from "kysely";
import { expect, it } from "vitest";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open, dialect) => {
  it("opens a migrated and empty database", async () => {
    const { db } = await open();
    expect(db.dialect).toBe(dialect);
    expect(await db.query.selectFrom("brands").selectAll().execute()).toEqual([]);
    expect(await db.query.selectFrom("outbox").selectAll().execute()).toEqual([]);
  });

  it("keeps two worlds apart and shows a second handle the same rows", async () => {
    const [one, other] = [await open(), await open()];
    await one.db.query.insertInto("projection_versions").values({ brand_id: "b", version: 1, folded_at: 1 }).execute();
    const seen = await sql<{ n: number }>`select count(*) as n from projection_versions`.execute(one.connect().query);
    expect(seen.rows).toEqual([{ n: 1 }]);
    expect(await other.db.query.selectFrom("projection_versions").selectAll().execute()).toEqual([]);
  });

  it("gives the same ids and the same time in every run", async () => {
    const { deps, clock } = await open();
    expect(deps.ids.next("evt")).toBe("evt_00000000000000000000000001");
    expect(deps.ids.next("evt")).toBe("evt_00000000000000000000000002");
    expect(deps.clock.now()).toBe(Date.parse("2026-11-01T00:00:00Z"));
    clock.advance(90);
    expect(deps.clock.now()).toBe(Date.parse("2026-11-01T00:00:00.090Z"));
  });
});
