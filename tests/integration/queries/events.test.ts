import { afterEach, expect, it, vi } from "vitest";
import { recordEvents } from "~db/queries/events";
import { transact } from "~db/transaction";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand, record, SAMPLE_TIME, saleOf } from "~tests/support/samples";

afterEach(() => {
  vi.restoreAllMocks();
});

onEachDatabase((open) => {
  it("writes the event and, for each consumer of its type, its place in the outbox", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    world.clock.advance(5_000);
    const [id] = await record(world, [saleOf(brandId, "1", { lines: [{ product: "a", quantity: 1, amount: 5 }] })]);
    const outbox = await world.db.query.selectFrom("outbox").select(["consumer", "event_id", "brand_id", "state", "recorded_at"]).execute();
    expect(outbox).toEqual([
      { consumer: "projections.fold", event_id: id, brand_id: brandId, state: "waiting", recorded_at: world.clock.now() },
    ]);
    const event = await world.db.query.selectFrom("events").selectAll().where("id", "=", String(id)).executeTakeFirstOrThrow();
    expect(event).toMatchObject({ type: "history.sale", occurred_at: SAMPLE_TIME, recorded_at: world.clock.now() });
  });

  it("leaves neither when the transaction fails", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const failing = transact(world.db, async (tx) => {
      await recordEvents(tx, world.deps, [saleOf(brandId, "1", { lines: [] })]);
      throw new Error("later step failed");
    });
    await expect(failing).rejects.toThrow("later step failed");
    expect(await world.db.query.selectFrom("events").select("type").execute()).toEqual([{ type: "brand.created" }]);
    expect(await world.db.query.selectFrom("outbox").selectAll().execute()).toEqual([]);
  });

  it("writes thousands in one transaction, in order", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    // How many the machine writes within the second that a transaction with events may take is not asked here.
    vi.spyOn(performance, "now").mockReturnValue(0);
    const ids = await record(
      world,
      Array.from({ length: 2_500 }, (_, at) => saleOf(brandId, String(at), { lines: [] })),
    );
    expect(new Set(ids).size).toBe(2_500);
    const rows = await world.db.query
      .selectFrom("events")
      .select(["id", "subject_id"])
      .where("type", "=", "history.sale")
      .orderBy("id")
      .execute();
    expect(rows.map((row) => row.id)).toEqual(ids);
    expect(rows.map((row) => row.subject_id)).toEqual(Array.from({ length: 2_500 }, (_, at) => String(at)));
  });

  it("refuses to change or remove what was written", async () => {
    const world = await open();
    await addBrand(world);
    await expect(world.db.query.updateTable("events").set({ payload: "{}" }).execute()).rejects.toThrow("append-only");
    await expect(world.db.query.deleteFrom("events").execute()).rejects.toThrow("append-only");
  });
});
