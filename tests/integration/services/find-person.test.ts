import { expect, it } from "vitest";
import { findPerson } from "~/services/find-person";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("finds a person by address as typed, and nobody for what is no address", async () => {
    const { deps, db } = await open();
    await db.query.insertInto("people").values({ id: "per_1", name: "P", email: "p@x.example", created_at: "", updated_at: "" }).execute();
    expect(await findPerson(deps, { email: " P@X.example" })).toMatchObject({ personId: "per_1", verified: false });
    expect(await findPerson(deps, { email: "q@x.example" })).toBeNull();
    expect(await findPerson(deps, { email: "not an address" })).toBeNull();
  });
});
