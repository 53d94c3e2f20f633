import { expect, it } from "vitest";
import { listShowcase } from "~/services/list-showcase";
import { writeProgress } from "~db/queries/progress";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";

onEachDatabase((open) => {
  it("tells how far the filling is beside what stands in the window", async () => {
    const world = await open();
    await addBrand(world);
    await writeProgress(world.db.query, { key: "demo.history", done: 3, total: 9, state: "running", now: world.clock.now() });
    const showcase = await listShowcase(world.deps);
    expect(showcase).toMatchObject({
      products: [],
      hasBrands: true,
      progress: [{ key: "demo.history", done: 3, total: 9, state: "running" }],
    });
  });
});
