import { expect, it } from "vitest";
import type { EventId } from "~/domain/kernel/branded";
import { listConsumerStates, listDeadLetters, reviveDeadLetter } from "~db/queries/dead-letters";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand, record, saleOf } from "~tests/support/samples";

const consumer = "projections.fold";

onEachDatabase((open) => {
  it("lists what was set aside with what happened to it, and revives it once", async () => {
    const world = await open();
    const brandId = await addBrand(world, "brume");
    const [dead, waiting] = (await record(world, [saleOf(brandId, "1", { lines: [] }), saleOf(brandId, "2", { lines: [] })])) as [
      EventId,
      EventId,
    ];
    await world.db.query
      .updateTable("outbox")
      .set({ state: "dead", attempts: 5, last_error: "no JSON" })
      .where("event_id", "=", dead)
      .execute();
    expect(await listDeadLetters(world.db.query)).toEqual([
      {
        consumer,
        eventId: dead,
        type: "history.sale",
        brandSlug: "brume",
        attempts: 5,
        lastError: "no JSON",
        recordedAt: world.clock.now(),
      },
    ]);
    expect(await listConsumerStates(world.db.query)).toEqual([
      { consumer: "catalog.import", waiting: 0, leased: 0, dead: 0, oldest: null },
      { consumer, waiting: 1, leased: 0, dead: 1, oldest: world.clock.now() },
    ]);
    const revive = (eventId: EventId) => reviveDeadLetter(world.db.query, { consumer, eventId, now: world.clock.now() });
    expect(await revive(waiting)).toBe(false);
    expect(await revive(dead)).toBe(true);
    expect(await revive(dead)).toBe(false);
    expect(await listDeadLetters(world.db.query)).toEqual([]);
  });
});
