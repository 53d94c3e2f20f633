import { expect, it } from "vitest";
import { listProgress, writeProgress } from "~db/queries/progress";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("keeps the newest state of each piece of work", async () => {
    const { db, clock } = await open();
    await writeProgress(db.query, { key: "demo", done: 1, total: 9, state: "running", now: clock.now() });
    await writeProgress(db.query, { key: "audit", done: 0, total: 1, state: "running", now: clock.now() });
    clock.advance(1_000);
    await writeProgress(db.query, { key: "demo", done: 9, total: 9, state: "done", now: clock.now() });
    expect(await listProgress(db.query)).toMatchObject([
      { key: "audit", done: 0, state: "running" },
      { key: "demo", done: 9, total: 9, state: "done", updatedAt: clock.now() },
    ]);
  });
});
