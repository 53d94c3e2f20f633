import { expect, it } from "vitest";
import { deleteFollow, insertFollow, readFollowing } from "~db/queries/follows";
import { transact } from "~db/transaction";
import { onEachDatabase } from "~tests/support/databases";
import { addCreator, addShopper } from "~tests/support/shop-samples";

onEachDatabase((open) => {
  it("counts followers once each, tells whether the viewer is one, and lets them go", async () => {
    const world = await open();
    const affiliateId = await addCreator(world, "lina");
    const [camille, noe] = [await addShopper(world), await addShopper(world, "noe@example.org")];
    expect(await readFollowing(world.db.query, { affiliateId, viewer: camille })).toEqual({ followers: 0, followed: false });
    await transact(world.db, async (tx) => {
      for (const personId of [camille, camille, noe]) await insertFollow(tx, { personId, affiliateId }, world.clock.now());
    });
    expect(await readFollowing(world.db.query, { affiliateId, viewer: camille })).toEqual({ followers: 2, followed: true });
    expect(await readFollowing(world.db.query, { affiliateId, viewer: null })).toEqual({ followers: 2, followed: false });
    await transact(world.db, (tx) => deleteFollow(tx, { personId: camille, affiliateId }));
    expect(await readFollowing(world.db.query, { affiliateId, viewer: camille })).toEqual({ followers: 1, followed: false });
  });
});
