import { expect, it } from "vitest";
import type { BrandId } from "~/domain/kernel/branded";
import { listProjectedBrands, listProjectionVersions, takeNextVersion } from "~db/queries/projection-versions";
import { transact } from "~db/transaction";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("counts up per brand without gaps, also when many take the next at once", async () => {
    const world = await open();
    const [one, two] = ["brd_1", "brd_2"] as BrandId[] as [BrandId, BrandId];
    const handles = [world.db, world.connect()];
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        transact(handles[at % 2] ?? world.db, (tx) => takeNextVersion(tx, { brandId: one, now: world.clock.now() })),
      ),
    );
    await transact(world.db, (tx) => takeNextVersion(tx, { brandId: two, now: world.clock.now() }));
    expect([...taken].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await listProjectionVersions(world.db.query, [one, two, "brd_3" as BrandId])).toEqual(
      new Map([
        [one, 10],
        [two, 1],
      ]),
    );
    expect(await listProjectionVersions(world.db.query, [])).toEqual(new Map());
    expect(await listProjectedBrands(world.db.query)).toEqual([one, two]);
  });
});
