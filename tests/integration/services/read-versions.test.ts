import { expect, it } from "vitest";
import { readVersions } from "~/services/read-versions";
import { takeNextVersion } from "~db/queries/projection-versions";
import { transact } from "~db/transaction";
import { accountWorld, brandOf, person } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("tells the version of the brands asked for that have figures", async () => {
    const { deps } = accountWorld(await open());
    const owner = await person(deps, "own@example.org");
    const [one, two] = [await brandOf(deps, "one", owner), await brandOf(deps, "two", owner)];
    const now = deps.clock.now();
    await transact(deps.db, (tx) => takeNextVersion(tx, { brandId: one, now }));
    await transact(deps.db, (tx) => takeNextVersion(tx, { brandId: one, now }));
    expect([...(await readVersions(deps, [one, two]))]).toEqual([[one, 2]]);
    expect([...(await readVersions(deps, [two]))]).toEqual([]);
  });
});
