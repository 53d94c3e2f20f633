import { expect, it } from "vitest";
import type { BatchId } from "~/domain/kernel/branded";
import { claimEvents } from "~/services/claim-events";
import { countOutstandingEvents } from "~/services/count-outstanding-events";
import { giveUpEvents } from "~/services/give-up-events";
import { importCatalog } from "~/services/import-catalog";
import { listClaimedEvents } from "~/services/list-claimed-events";
import { markProcessSeen } from "~/services/mark-process-seen";
import { readCatalogImport } from "~/services/read-catalog-import";
import { readHealth } from "~/services/read-health";
import { renewClaim } from "~/services/renew-claim";
import { replayDeadLetter } from "~/services/replay-dead-letter";
import { requestCatalogImport } from "~/services/request-catalog-import";
import { returnEvents } from "~/services/return-events";
import { settleEvent } from "~/services/settle-event";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand, record, saleOf } from "~tests/support/samples";

const consumer = "projections.fold";

async function withEvents(open: () => Promise<World>, count: number): Promise<World> {
  const world = await open();
  const brandId = await addBrand(world, "brume");
  await record(
    world,
    Array.from({ length: count }, (_, at) => saleOf(brandId, String(at), { lines: [] })),
  );
  return world;
}

async function claim(world: World, batchSize = 500): Promise<BatchId> {
  const claimed = await claimEvents(world.deps, { consumer, batchSize, batchesAhead: 2 });
  if (claimed === null) throw new Error("nothing claimed");
  return claimed.batchId;
}

onEachDatabase((open) => {
  it("claims no more batches than may be ahead", async () => {
    const world = await withEvents(open, 5);
    await claim(world, 1);
    const second = await claim(world, 1);
    expect(await claimEvents(world.deps, { consumer, batchSize: 1, batchesAhead: 2 })).toBeNull();
    await returnEvents(world.deps, { batchId: second });
    expect(await claimEvents(world.deps, { consumer, batchSize: 9, batchesAhead: 2 })).toMatchObject({ events: 4 });
  });

  it("keeps a lease alive while the work goes on", async () => {
    const world = await withEvents(open, 1);
    const batchId = await claim(world);
    for (let seconds = 0; seconds < 90; seconds += 20) {
      world.clock.advance(20_000);
      await renewClaim(world.deps, { batchId });
    }
    expect(await claimEvents(world.deps, { consumer, batchSize: 1, batchesAhead: 9 })).toBeNull();
    expect(await listClaimedEvents(world.deps, { consumer, batchId })).toHaveLength(1);
  });

  it("settles one event at a time, marked as taken in", async () => {
    const world = await withEvents(open, 2);
    const batchId = await claim(world);
    const [event] = await listClaimedEvents(world.deps, { consumer, batchId });
    if (event === undefined) throw new Error("empty batch");
    await settleEvent(world.deps, { consumer, batchId, event });
    expect(await countOutstandingEvents(world.deps)).toBe(1);
    expect(await world.db.query.selectFrom("processed").select("event_id").execute()).toEqual([{ event_id: event.id }]);
  });

  it("sets a bad event aside, shows it with its reason, and tries it again on request", async () => {
    const world = await withEvents(open, 1);
    const batchId = await claim(world);
    expect(await giveUpEvents(world.deps, { batchId, error: "Event is corrupt", unrecoverable: true })).toEqual({ dead: 1 });
    const { deadLetters, consumers } = await readHealth(world.deps);
    expect(deadLetters).toMatchObject([{ consumer, type: "history.sale", brandSlug: "brume", lastError: "Event is corrupt" }]);
    expect(consumers.find((state) => state.consumer === consumer)).toMatchObject({ waiting: 0, dead: 1, oldestMs: null });
    const { eventId } = deadLetters[0] ?? { eventId: "none" as never };
    expect(await replayDeadLetter(world.deps, { consumer, eventId })).toEqual({ ok: true, value: null });
    expect(await replayDeadLetter(world.deps, { consumer, eventId })).toEqual({ ok: false, error: { kind: "not_dead" } });
    expect(await claim(world)).toMatch(/^bat_/);
  });

  it("fails the import of an event that is set aside, and imports its file when the event is replayed", async () => {
    const world = await open();
    const brandId = await addBrand(world, "brume");
    const request = {
      brandId,
      requestedBy: null,
      fileName: "a.csv",
      body: "Handle,Title,Variant Price\ntee,Tee,10\n",
      idempotencyKey: "k",
    };
    const requested = await requestCatalogImport(world.deps, request);
    if (!requested.ok) throw new Error(requested.error.kind);
    const { importId } = requested.value;
    const throwing = {
      ...world.deps,
      faults: {
        reach: () => {
          throw new Error("out of memory");
        },
      },
    };
    await expect(importCatalog(throwing, { importId })).rejects.toThrow("out of memory");
    const state = async () => (await readCatalogImport(world.deps, { brandId, importId }))?.state;
    expect(await state()).toBe("running");
    const claimed = await claimEvents(world.deps, { consumer: "catalog.import", batchSize: 9, batchesAhead: 9 });
    if (claimed === null) throw new Error("nothing claimed");
    expect(await giveUpEvents(world.deps, { batchId: claimed.batchId, error: "out of memory", unrecoverable: true })).toEqual({ dead: 1 });
    expect(await state()).toBe("failed");
    const [letter] = (await readHealth(world.deps)).deadLetters;
    if (letter === undefined) throw new Error("no dead letter");
    await replayDeadLetter(world.deps, letter);
    expect(await importCatalog(world.deps, { importId })).toMatchObject({ ok: true, value: { products: 1 } });
    expect(await state()).toBe("done");
  });

  it("tells which processes are alive and how long the oldest event waits", async () => {
    const world = await withEvents(open, 1);
    await markProcessSeen(world.deps, { id: "old", kind: "worker" });
    await markProcessSeen(world.deps, { id: "gone", kind: "web" });
    await markProcessSeen(world.deps, { id: "gone", kind: "web", ended: true });
    world.clock.advance(11_000);
    await markProcessSeen(world.deps, { id: "new", kind: "worker" });
    const health = await readHealth(world.deps);
    expect(health.processes.map(({ id, alive }) => [id, alive])).toEqual([
      ["new", true],
      ["old", false],
    ]);
    expect(health.consumers.find((state) => state.consumer === consumer)?.oldestMs).toBe(11_000);
    expect(health.lastAudit).toBeNull();
  });
});
