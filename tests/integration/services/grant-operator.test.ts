import { expect, it } from "vitest";
import { grantOperator } from "~/services/grant-operator";
import { readActor } from "~/services/read-actor";
import { accountWorld, person, sessionOf } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("makes a person an operator once", async () => {
    const { deps } = accountWorld(await open());
    const personId = await person(deps, "sam@example.org");
    expect(await grantOperator(deps, { personId })).toEqual({ granted: true });
    expect(await grantOperator(deps, { personId })).toEqual({ granted: false });
    expect(await readActor(deps, await sessionOf(deps, personId))).toMatchObject({ isOperator: true });
  });
});
