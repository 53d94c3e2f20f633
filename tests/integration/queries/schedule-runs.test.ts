import { expect, it } from "vitest";
import { claimSlot } from "~db/queries/schedule-runs";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("gives a turn to one of many workers", async () => {
    const world = await open();
    const handles = [world.db, world.connect(), world.connect()];
    const ask = (slot: number) =>
      Promise.all(handles.map((handle) => claimSlot(handle.query, { name: "audit.run", slot, now: world.clock.now() })));
    expect((await ask(7)).filter(Boolean)).toHaveLength(1);
    expect((await ask(8)).filter(Boolean)).toHaveLength(1);
    expect((await ask(7)).filter(Boolean)).toHaveLength(0);
  });
});
