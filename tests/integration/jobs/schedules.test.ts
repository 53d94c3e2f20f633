import { expect, it } from "vitest";
import { HOUR_MS } from "~/domain/kernel/instant";
import type { Queue, QueuedJob } from "~/ports/queue";
import { startDueJobs } from "~jobs/schedules";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("hands each job of an hour over once, whichever worker asks, and again in the next hour", async () => {
    const world = await open();
    const handed: QueuedJob[] = [];
    const queue: Queue = { add: async (job) => void handed.push(job), start: async () => undefined, close: async () => undefined };
    const other = { ...world.deps, db: world.connect() };
    await Promise.all([startDueJobs(world.deps, queue), startDueJobs(other, queue)]);
    expect(handed.map((job) => job.name).sort()).toEqual(["audit.run", "housekeeping.purge"]);
    expect(handed.every((job) => !job.id.includes(":") && !/^\d+$/.test(job.id))).toBe(true);
    await startDueJobs(world.deps, queue);
    expect(handed).toHaveLength(2);
    world.clock.advance(HOUR_MS);
    await startDueJobs(world.deps, queue);
    expect(handed).toHaveLength(4);
    expect(new Set(handed.map((job) => job.id)).size).toBe(4);
  });
});
