import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { recordEvents } from "~db/queries/events";
import { isDuplicate, readSnapshot, transact } from "~db/transaction";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand, saleOf } from "~tests/support/samples";

const bump = (world: World, db = world.db) =>
  transact(db, async (tx) => {
    const row = await tx.selectFrom("progress").select("done").where("key", "=", "counter").executeTakeFirstOrThrow();
    await tx
      .updateTable("progress")
      .set({ done: row.done + 1 })
      .where("key", "=", "counter")
      .execute();
  });

onEachDatabase((open, dialect) => {
  it("loses no update when many connections read and write the same row", async () => {
    const world = await open();
    await world.db.query.insertInto("progress").values({ key: "counter", done: 0, total: 0, state: "running", updated_at: 0 }).execute();
    const handles = [world.db, world.connect(), world.connect()];
    await Promise.all(Array.from({ length: 30 }, (_, at) => bump(world, handles[at % 3])));
    expect(await world.db.query.selectFrom("progress").select("done").execute()).toEqual([{ done: 30 }]);
  });

  it("waits for another connection's transaction without blocking the process", async () => {
    const world = await open();
    const other = world.connect();
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 5);
    const row = { key: "a", done: 0, total: 0, state: "running", updated_at: 0 };
    const holding = transact(other, async (tx) => {
      await tx.insertInto("progress").values(row).execute();
      await sleep(200);
    });
    await sleep(50);
    await transact(world.db, (tx) =>
      tx
        .insertInto("progress")
        .values({ ...row, key: "b" })
        .execute(),
    );
    await holding;
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(5);
    expect(await world.db.query.selectFrom("progress").select("key").orderBy("key").execute()).toEqual([{ key: "a" }, { key: "b" }]);
  });

  it("commits no event later than a reader may have been told", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    let runs = 0;
    await transact(world.db, async (tx) => {
      runs += 1;
      await recordEvents(tx, world.deps, [saleOf(brandId, String(runs), { lines: [] })]);
      if (runs === 1) await sleep(2_100);
    });
    const sales = await world.db.query.selectFrom("events").select("subject_id").where("type", "=", "history.sale").execute();
    expect({ runs, sales }).toEqual({ runs: 2, sales: [{ subject_id: "2" }] });
  });

  it("reads one moment while others write", async () => {
    const world = await open();
    const other = world.connect();
    const row = { key: "a", done: 1, total: 0, state: "running", updated_at: 0 };
    await world.db.query.insertInto("progress").values(row).execute();
    const seen = await readSnapshot(world.db, async (q) => {
      const before = await q.selectFrom("progress").select("done").executeTakeFirstOrThrow();
      await other.query.updateTable("progress").set({ done: 2 }).execute();
      const after = await q.selectFrom("progress").select("done").executeTakeFirstOrThrow();
      return [before.done, after.done];
    });
    expect(seen).toEqual([1, 1]);
    expect(await world.db.query.selectFrom("progress").select("done").execute()).toEqual([{ done: 2 }]);
  });

  it("tells a unique key that stands already from other refusals", async () => {
    const world = await open();
    await addBrand(world, "brume");
    const again = await addBrand(world, "brume").catch((error: unknown) => error);
    const broken = await sql`select * from no_such_table`.execute(world.db.query).catch((error: unknown) => error);
    expect([isDuplicate(again), isDuplicate(broken)]).toEqual([true, false]);
  });

  it("gives 64-bit integers and sums as numbers", async () => {
    const world = await open();
    const big = Number.MAX_SAFE_INTEGER;
    await world.db.query.insertInto("progress").values({ key: "a", done: big, total: 1, state: "running", updated_at: 0 }).execute();
    const row = await world.db.query
      .selectFrom("progress")
      .select((eb) => ["done", eb.fn.sum<number>("total").over().as("sum")])
      .executeTakeFirstOrThrow();
    expect([row.done, row.sum, dialect.length > 0]).toEqual([big, 1, true]);
  });
});
