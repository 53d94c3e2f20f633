import { expect, it } from "vitest";
import { claimSlot } from "~db/queries/schedule-runs";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("gives a turn to one of many workers, and keeps the last one only", async () => {
    const world = await open();
    const handles = [world.db, world.connect(), world.connect()];
    const ask = (slot: number, name = "audit.run") =>
      Promise.all(handles.map((handle) => claimSlot(handle.query, { name, slot, now: world.clock.now() })));
    expect((await ask(7)).filter(Boolean)).toHaveLength(1);
    expect((await ask(8)).filter(Boolean)).toHaveLength(1);
    expect((await ask(7)).filter(Boolean)).toHaveLength(0);
    expect((await ask(6)).filter(Boolean)).toHaveLength(0);
    expect((await ask(1, "payments.reconcile")).filter(Boolean)).toHaveLength(1);
    const kept = await world.db.query.selectFrom("schedule_runs").select(["name", "slot"]).orderBy("name").execute();
    expect(kept).toEqual([
      { name: "audit.run", slot: 8 },
      { name: "payments.reconcile", slot: 1 },
    ]);
  });
});
