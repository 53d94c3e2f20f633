import { expect, it } from "vitest";
import { type Email, parseEmail } from "~/domain/accounts/email";
import { parsePersonName } from "~/domain/accounts/person-name";
import type { PersonId } from "~/domain/kernel/branded";
import { instant } from "~/domain/kernel/instant";
import { insertOperator } from "~db/queries/operators";
import { findPersonByEmail, hasDuties, insertPerson, updatePersonName } from "~db/queries/people";
import { insertStaff } from "~db/queries/staff";
import { isDuplicate, transact } from "~db/transaction";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";

const NOW = instant(Date.UTC(2026, 10, 1));
const email = (text: string): Email => parseEmail(text) ?? raise(text);
const name = (text: string) => parsePersonName(text) ?? raise(text);

function raise(text: string): never {
  throw new Error(text);
}

async function insert(world: World, id: string, address: string): Promise<PersonId> {
  const personId = id as PersonId;
  const row = {
    personId,
    credentialId: `crd_${id}`,
    email: email(address),
    name: name("Ada"),
    passwordHash: "salt:hash",
    verified: true,
    now: NOW,
  };
  await transact(world.db, (tx) => insertPerson(tx, row));
  return personId;
}

onEachDatabase((open) => {
  it("finds a person by their address", async () => {
    const world = await open();
    const personId = await insert(world, "per_1", "ada@example.org");
    expect(await findPersonByEmail(world.db.query, email("ADA@example.org"))).toEqual({
      personId,
      name: "Ada",
      email: "ada@example.org",
      verified: true,
    });
    expect(await findPersonByEmail(world.db.query, email("eve@example.org"))).toBeNull();
  });

  it("says whose account opens more than their own things", async () => {
    const world = await open();
    const [operator, analyst] = [await insert(world, "per_1", "op@example.org"), await insert(world, "per_2", "ana@example.org")];
    await insert(world, "per_3", "eve@example.org");
    const brandId = await addBrand(world);
    await transact(world.db, async (tx) => {
      await insertOperator(tx, { personId: operator, now: NOW });
      await insertStaff(tx, { brandId, personId: analyst, role: "analyst", now: NOW });
    });
    const asked = ["op@example.org", "ana@example.org", "eve@example.org", "nobody@example.org"];
    expect(await Promise.all(asked.map((address) => hasDuties(world.db.query, email(address))))).toEqual([true, true, false, false]);
  });

  it("keeps one person an address, and nothing of a second", async () => {
    const world = await open();
    await insert(world, "per_1", "ada@example.org");
    const error = await insert(world, "per_2", "ada@example.org").catch((caught: unknown) => caught);
    expect(isDuplicate(error)).toBe(true);
    expect(await world.db.query.selectFrom("credentials").select("person_id").execute()).toEqual([{ person_id: "per_1" }]);
  });

  it("renames one person", async () => {
    const world = await open();
    const personId = await insert(world, "per_1", "ada@example.org");
    await insert(world, "per_2", "eve@example.org");
    await transact(world.db, (tx) => updatePersonName(tx, { personId, name: name("Ada L"), now: NOW }));
    expect(await world.db.query.selectFrom("people").select("name").orderBy("id").execute()).toEqual([{ name: "Ada L" }, { name: "Ada" }]);
  });
});
