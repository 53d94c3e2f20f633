import { expect, it } from "vitest";
import type { Instant } from "~/domain/kernel/branded";
import { listProcessedBetween, listProcessedEvents, markProcessed } from "~db/queries/processed";
import { transact } from "~db/transaction";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand, record, saleOf } from "~tests/support/samples";

const consumer = "projections.fold";

onEachDatabase((open) => {
  it("marks each event once and says which were new", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const eventIds = await record(world, [saleOf(brandId, "1", { lines: [] }), saleOf(brandId, "2", { lines: [] })]);
    const mark = (ids: typeof eventIds, batchNo: number) =>
      transact(world.db, (tx) => markProcessed(tx, { consumer, brandId, eventIds: ids, batchNo, now: world.clock.now() }));
    expect(await mark(eventIds.slice(0, 1), 1)).toEqual(new Set(eventIds.slice(0, 1)));
    expect(await mark(eventIds, 2)).toEqual(new Set(eventIds.slice(1)));
    expect(await mark(eventIds, 3)).toEqual(new Set());
    expect(await mark([], 4)).toEqual(new Set());
  });

  it("pages through a range of batches, and through a range of time, without gaps or repeats", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const times = [5, 5, 3, 9, 5, 1, 7];
    const eventIds = await record(
      world,
      times.map((at, index) => saleOf(brandId, String(index), { at: at as Instant, lines: [] })),
    );
    for (const [at, id] of eventIds.entries()) {
      await transact(world.db, (tx) => markProcessed(tx, { consumer, brandId, eventIds: [id], batchNo: at + 1, now: world.clock.now() }));
    }
    const byBatch: string[] = [];
    for (let afterEvent = ""; ; ) {
      const page = await listProcessedEvents(world.db.query, { consumer, brandId, afterBatch: 1, throughBatch: 6, afterEvent, limit: 2 });
      byBatch.push(...page.map((event) => event.subjectId));
      const last = page.at(-1);
      if (last === undefined) break;
      afterEvent = last.id;
    }
    expect(byBatch.sort()).toEqual(["1", "2", "3", "4", "5"]);
    const byTime: string[] = [];
    for (let after: { occurredAt: Instant; id: string } | null = null; ; ) {
      const range = { from: 3 as Instant, to: 9 as Instant };
      const page: Awaited<ReturnType<typeof listProcessedBetween>> = await listProcessedBetween(world.db.query, {
        consumer,
        brandId,
        ...range,
        after,
        limit: 2,
      });
      byTime.push(...page.map((event) => event.subjectId));
      const last = page.at(-1);
      if (last === undefined) break;
      after = { occurredAt: last.occurredAt, id: last.id };
    }
    expect(byTime).toEqual(["2", "0", "1", "4", "6"]);
  });
});
