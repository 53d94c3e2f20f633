import { expect, it } from "vitest";
import { renamePerson } from "~/services/rename-person";
import { accountWorld, person } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("changes one person's name and nobody else's", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const personId = await person(deps, "ada@example.org");
    await person(deps, "eve@example.org");
    expect(await renamePerson(deps, { personId, name: " Ada  Lovelace " })).toEqual({ ok: true, value: null });
    const names = await world.db.query.selectFrom("people").select("name").orderBy("email").execute();
    expect(names).toEqual([{ name: "Ada Lovelace" }, { name: "eve" }]);
  });

  it("refuses a name that is none", async () => {
    const { deps } = accountWorld(await open());
    const personId = await person(deps, "ada@example.org");
    expect(await renamePerson(deps, { personId, name: "<b>" })).toEqual({ ok: false, error: { kind: "name_invalid" } });
  });
});
