import { expect, it } from "vitest";
import { HIDDEN_COMMIT_MS } from "~/domain/reporting/watermark";
import { readWatermark } from "~db/queries/watermarks";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand, record, saleOf } from "~tests/support/samples";

onEachDatabase((open) => {
  it("stops at the brand's oldest event on its way, and counts what waits and what is set aside", async () => {
    const world = await open();
    const brandId = await addBrand(world, "brume");
    const other = await addBrand(world, "halden");
    const now = () => world.clock.now();
    expect(await readWatermark(world.db.query, { brandId, now: now() })).toEqual({
      completeTo: now() - HIDDEN_COMMIT_MS,
      waiting: 0,
      dead: 0,
      version: 0,
    });
    const recordedAt = now();
    const [first] = await record(world, [saleOf(brandId, "1", { lines: [] }), saleOf(brandId, "2", { lines: [] })]);
    world.clock.advance(60_000);
    expect(await readWatermark(world.db.query, { brandId, now: now() })).toEqual({
      completeTo: recordedAt,
      waiting: 2,
      dead: 0,
      version: 0,
    });
    await world.db.query.updateTable("outbox").set({ state: "dead" }).where("event_id", "=", String(first)).execute();
    expect(await readWatermark(world.db.query, { brandId, now: now() })).toMatchObject({ completeTo: recordedAt, waiting: 1, dead: 1 });
    expect(await readWatermark(world.db.query, { brandId: other, now: now() })).toMatchObject({
      completeTo: now() - HIDDEN_COMMIT_MS,
      waiting: 0,
    });
  });
});
