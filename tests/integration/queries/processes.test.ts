import { expect, it } from "vitest";
import { forgetProcess, listProcesses, markSeen } from "~db/queries/processes";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("keeps when a process started and was last seen, until it ends in order", async () => {
    const { db, clock } = await open();
    const startedAt = clock.now();
    await markSeen(db.query, { id: "w1", kind: "worker", now: clock.now() });
    await markSeen(db.query, { id: "a1", kind: "web", now: clock.now() });
    clock.advance(2_000);
    await markSeen(db.query, { id: "w1", kind: "worker", now: clock.now() });
    await forgetProcess(db.query, "a1");
    expect(await listProcesses(db.query)).toEqual([{ id: "w1", kind: "worker", startedAt, seenAt: clock.now() }]);
  });
});
