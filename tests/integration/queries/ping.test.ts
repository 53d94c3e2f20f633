import { expect, it } from "vitest";
import { openDatabase } from "~db/open";
import { ping } from "~db/queries/ping";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("is answered by an open database and fails on a closed one", async () => {
    const world = await open();
    const other = openDatabase(world.where);
    await ping(other.query);
    await other.close();
    await expect(ping(other.query)).rejects.toThrow();
  });
});
