import { sql } from "kysely";
import { afterEach, expect, it, vi } from "vitest";
import { LATEST_COMMIT_MS } from "~/domain/reporting/watermark";
import { recordEvents } from "~db/queries/events";
import { isDuplicate, readSnapshot, transact } from "~db/transaction";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand, saleOf } from "~tests/support/samples";
import { until } from "~tests/support/until";

const bump = (world: World, db = world.db) =>
  transact(db, async (tx) => {
    const row = await tx.selectFrom("progress").select("done").where("key", "=", "counter").executeTakeFirstOrThrow();
    await tx
      .updateTable("progress")
      .set({ done: row.done + 1 })
      .where("key", "=", "counter")
      .execute();
  });

afterEach(() => {
  vi.restoreAllMocks();
});

onEachDatabase((open, dialect) => {
  it("loses no update when many connections read and write the same row", async () => {
    const world = await open();
    await world.db.query.insertInto("progress").values({ key: "counter", done: 0, total: 0, state: "running", updated_at: 0 }).execute();
    const handles = [world.db, world.connect(), world.connect()];
    await Promise.all(Array.from({ length: 30 }, (_, at) => bump(world, handles[at % 3])));
    expect(await world.db.query.selectFrom("progress").select("done").execute()).toEqual([{ done: 30 }]);
  });

  // SQLite lets one writer in at a time: nobody can run into a transaction that has begun.
  if (dialect === "postgres") {
    it("runs a transaction again for as long as others keep running into it, not a number of times", async () => {
      const world = await open();
      const other = world.connect();
      await world.db.query.insertInto("progress").values({ key: "counter", done: 0, total: 0, state: "running", updated_at: 0 }).execute();
      let runs = 0;
      await transact(world.db, async (tx) => {
        runs += 1;
        const { done } = await tx.selectFrom("progress").select("done").executeTakeFirstOrThrow();
        if (runs <= 25) await bump(world, other);
        await tx
          .updateTable("progress")
          .set({ done: done + 1 })
          .execute();
      });
      expect({ runs, row: await world.db.query.selectFrom("progress").select("done").executeTakeFirst() }).toEqual({
        runs: 26,
        row: { done: 26 },
      });
    });
  }

  it("waits for another connection's transaction without blocking the process", async () => {
    const world = await open();
    const other = world.connect();
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 5);
    const row = { key: "a", done: 0, total: 0, state: "running", updated_at: 0 };
    let held = false;
    let waiting = false;
    // It lets go only after the process has gone on for a while beside the one that waits: blocked, it never would.
    const holding = transact(other, async (tx) => {
      await tx.insertInto("progress").values(row).execute();
      held = true;
      await until(() => waiting);
      ticks = 0;
      await until(() => ticks > 5);
    });
    await until(() => held);
    waiting = true;
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
    let elapsedMs = 0;
    vi.spyOn(performance, "now").mockImplementation(() => elapsedMs);
    await transact(world.db, async (tx) => {
      runs += 1;
      await recordEvents(tx, world.deps, [saleOf(brandId, String(runs), { lines: [] })]);
      elapsedMs += runs === 1 ? LATEST_COMMIT_MS + 1 : LATEST_COMMIT_MS;
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
