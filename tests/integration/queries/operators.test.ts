import { expect, it } from "vitest";
import { insertOperator } from "~db/queries/operators";
import { transact } from "~db/transaction";
import { accountWorld, person } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("writes an operator once and says whether it did", async () => {
    const { deps } = accountWorld(await open());
    const personId = await person(deps, "sam@example.org");
    const add = () => transact(deps.db, (tx) => insertOperator(tx, { personId, now: deps.clock.now() }));
    expect([await add(), await add()]).toEqual([true, false]);
    expect(await deps.db.query.selectFrom("operators").select("person_id").execute()).toEqual([{ person_id: personId }]);
  });
});
