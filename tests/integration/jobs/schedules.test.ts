import { expect, it } from "vitest";
import { HOUR_MS } from "~/domain/kernel/instant";
import type { Queue, QueuedJob } from "~/ports/queue";
import { startDueJobs } from "~jobs/schedules";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("hands each scheduled job over once a turn, whichever worker asks, and again in a later one", async () => {
    const world = await open();
    const handed: QueuedJob[] = [];
    const queue: Queue = { add: async (job) => void handed.push(job), start: async () => undefined, close: async () => undefined };
    const other = { ...world.deps, db: world.connect() };
    await Promise.all([startDueJobs(world.deps, queue), startDueJobs(other, queue)]);
    expect(handed.map((job) => job.name).sort()).toEqual(["audit.run", "housekeeping.purge", "payments.reconcile"]);
    expect(handed.every((job) => !job.id.includes(":") && !/^\d+$/.test(job.id))).toBe(true);
    await startDueJobs(world.deps, queue);
    expect(handed).toHaveLength(3);
    world.clock.advance(HOUR_MS);
    await startDueJobs(world.deps, queue);
    expect(handed).toHaveLength(6);
    expect(new Set(handed.map((job) => job.id)).size).toBe(6);
  });
});
