import { expect, it } from "vitest";
import { ALONE_AFTER, CRASHED_AFTER, LEASE_MS } from "~/domain/events/delivery";
import type { BatchId, BrandId } from "~/domain/kernel/branded";
import {
  buryCrashing,
  claimBatch,
  countLeasedBatches,
  countOutstanding,
  failBatch,
  listBatchEvents,
  releaseBatch,
  renewLease,
  takeFromOutbox,
} from "~db/queries/outbox";
import { transact } from "~db/transaction";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand, record, saleOf } from "~tests/support/samples";

const CONSUMER = "projections.fold";

async function worldWith(open: () => Promise<World>, events: number): Promise<{ world: World; brandId: BrandId }> {
  const world = await open();
  const brandId = await addBrand(world);
  await record(
    world,
    Array.from({ length: events }, (_, at) => saleOf(brandId, String(at), { lines: [{ product: "a", quantity: 1, amount: at }] })),
  );
  return { world, brandId };
}

function claim(world: World, name: string, limit = 500, q = world.db.query): Promise<number> {
  return claimBatch(q, { consumer: CONSUMER, batchId: name as BatchId, limit, now: world.clock.now() });
}

function invoicesOf(world: World, name: string): Promise<readonly string[]> {
  return listBatchEvents(world.db.query, { consumer: CONSUMER, batchId: name as BatchId }).then((events) =>
    events.map((event) => event.subjectId),
  );
}

onEachDatabase((open) => {
  it("gives each row to one claimer, oldest first, and nothing when nothing is due", async () => {
    const { world } = await worldWith(open, 5);
    expect(await claim(world, "b1", 3)).toBe(3);
    expect(await claim(world, "b2", 3)).toBe(2);
    expect(await claim(world, "b3", 3)).toBe(0);
    expect([...(await invoicesOf(world, "b1")), ...(await invoicesOf(world, "b2"))]).toEqual(["0", "1", "2", "3", "4"]);
    expect(await countLeasedBatches(world.db.query, { consumer: CONSUMER, now: world.clock.now() })).toBe(2);
    expect(await outstanding(world)).toBe(5);
  });

  it("splits all rows between many claimers at once", async () => {
    const { world } = await worldWith(open, 60);
    const handles = [world.db, world.connect(), world.connect()];
    const claims = Array.from({ length: 12 }, (_, at) => claim(world, `b${at}`, 7, handles[at % 3]?.query));
    const total = (await Promise.all(claims)).reduce((sum, count) => sum + count, 0);
    for (let at = 12; (await claim(world, `b${at}`, 7)) > 0; at++);
    const rows = await world.db.query.selectFrom("outbox").select(["event_id", "batch_id"]).where("state", "=", "leased").execute();
    expect(total).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.event_id)).size).toBe(60);
  });

  it("passes a lease on when it ran out, unless it was renewed", async () => {
    const { world } = await worldWith(open, 1);
    await claim(world, "b1");
    world.clock.advance(LEASE_MS - 1);
    expect(await claim(world, "b2")).toBe(0);
    await renewLease(world.db.query, { batchId: "b1" as BatchId, now: world.clock.now() });
    world.clock.advance(LEASE_MS - 1);
    expect(await claim(world, "b3")).toBe(0);
    world.clock.advance(1);
    expect(await claim(world, "b4")).toBe(1);
    expect(await invoicesOf(world, "b1")).toEqual([]);
    expect(await invoicesOf(world, "b4")).toEqual(["0"]);
  });

  it("takes a returned batch back as if it had not been claimed", async () => {
    const { world } = await worldWith(open, 2);
    for (let round = 0; round < 10; round++) {
      expect(await claim(world, `b${round}`)).toBe(2);
      await releaseBatch(world.db.query, { batchId: `b${round}` as BatchId, now: world.clock.now() });
    }
    expect(await claim(world, "last")).toBe(2);
  });

  it("tries the rows of a failed batch alone, then sets the bad one aside and lets the others pass", async () => {
    const { world } = await worldWith(open, 3);
    await claim(world, "b1");
    const fail = (name: string) =>
      transact(world.db, (tx) =>
        failBatch(tx, { batchId: name as BatchId, error: "no JSON", unrecoverable: true, now: world.clock.now() }),
      );
    expect(await fail("b1")).toEqual([]);
    expect(await claim(world, "alone1")).toBe(1);
    expect(await fail("alone1")).toEqual([{ consumer: CONSUMER, subjectId: "0" }]);
    for (const name of ["alone2", "alone3"]) {
      expect(await claim(world, name)).toBe(1);
      await takeAll(world, name);
    }
    const left = await world.db.query.selectFrom("outbox").select(["state", "attempts", "last_error", "batch_id"]).execute();
    expect(left).toEqual([{ state: "dead", attempts: ALONE_AFTER + 1, last_error: "no JSON", batch_id: null }]);
    expect(await outstanding(world)).toBe(0);
  });

  it("takes out of a batch what is still held under its name, and nothing else", async () => {
    const { world } = await worldWith(open, 3);
    await claim(world, "b1", 2);
    const held = (await listBatchEvents(world.db.query, { consumer: CONSUMER, batchId: "b1" as BatchId })).map((event) => event.id);
    const take = (name: string, eventIds: typeof held) =>
      transact(world.db, (tx) => takeFromOutbox(tx, { consumer: CONSUMER, batchId: name as BatchId, eventIds }));
    expect(await take("b2", held)).toEqual(new Set());
    expect(await take("b1", held.slice(0, 1))).toEqual(new Set(held.slice(0, 1)));
    expect(await take("b1", held)).toEqual(new Set(held.slice(1)));
    expect(await take("b1", [])).toEqual(new Set());
    expect(await outstanding(world)).toBe(1);
  });

  it("gives rows that failed before the first turn when asked to, alone", async () => {
    const { world } = await worldWith(open, 4);
    await claim(world, "b1", 2);
    await transact(world.db, (tx) =>
      failBatch(tx, { batchId: "b1" as BatchId, error: "busy", unrecoverable: false, now: world.clock.now() }),
    );
    const retry = { consumer: CONSUMER, batchId: "b2" as BatchId, limit: 9, now: world.clock.now(), retriesFirst: true } as const;
    expect(await claimBatch(world.db.query, retry)).toBe(1);
    expect(await invoicesOf(world, "b2")).toEqual(["0"]);
    expect(await claim(world, "b3")).toBe(2);
    expect(await invoicesOf(world, "b3")).toEqual(["2", "3"]);
  });

  it("sets aside a row whose worker ended without a word thirty times, and no other", async () => {
    const { world } = await worldWith(open, 2);
    for (let round = 1; round <= CRASHED_AFTER; round++) {
      await claim(world, `b${round}`);
      expect(await buryCrashing(world.db.query, { consumer: CONSUMER, now: world.clock.now() })).toBe(0);
      world.clock.advance(LEASE_MS);
      if (round < CRASHED_AFTER) expect(await buryCrashing(world.db.query, { consumer: CONSUMER, now: world.clock.now() })).toBe(0);
    }
    expect(await buryCrashing(world.db.query, { consumer: CONSUMER, now: world.clock.now() })).toBe(1);
    expect(await claim(world, "next")).toBe(1);
    expect(await invoicesOf(world, "next")).toEqual(["1"]);
  });
});

function outstanding(world: World): Promise<number> {
  const now = world.clock.now();
  return countOutstanding(world.db.query, { consumer: CONSUMER, recordedUpTo: now, now });
}

async function takeAll(world: World, name: string): Promise<void> {
  const events = await listBatchEvents(world.db.query, { consumer: CONSUMER, batchId: name as BatchId });
  const eventIds = events.map((event) => event.id);
  await transact(world.db, (tx) => takeFromOutbox(tx, { consumer: CONSUMER, batchId: name as BatchId, eventIds }));
}
