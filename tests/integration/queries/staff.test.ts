import { expect, it } from "vitest";
import { countOwners, deleteStaff, findDesk, findStaffRole, insertStaff, listStaff, updateStaffRole } from "~db/queries/staff";
import { isDuplicate, transact } from "~db/transaction";
import { accountWorld, brandOf, person } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  async function setUp() {
    const { deps } = accountWorld(await open());
    const owner = await person(deps, "own@example.org");
    const brandId = await brandOf(deps, "brume", owner);
    const mia = await person(deps, "mia@example.org");
    return { deps, owner, brandId, mia, q: deps.db.query, now: deps.clock.now() };
  }

  it("adds a member once", async () => {
    const { deps, brandId, mia, q, now } = await setUp();
    const add = () => transact(deps.db, (tx) => insertStaff(tx, { brandId, personId: mia, role: "manager", now }));
    await add();
    expect(await findStaffRole(q, { brandId, personId: mia })).toBe("manager");
    expect(isDuplicate(await add().catch((error: unknown) => error))).toBe(true);
    expect((await listStaff(q, brandId)).map((row) => row.email)).toEqual(["own@example.org", "mia@example.org"]);
  });

  it("finds the desk of members only", async () => {
    const { q, owner, mia, brandId } = await setUp();
    expect(await findDesk(q, { personId: owner, slug: "brume" })).toMatchObject({ brandId, role: "owner", currency: "EUR" });
    expect(await findDesk(q, { personId: mia, slug: "brume" })).toBeNull();
  });

  it("changes and removes only what is still as it was assumed", async () => {
    const { deps, brandId, owner, mia, q, now } = await setUp();
    await transact(deps.db, (tx) => insertStaff(tx, { brandId, personId: mia, role: "analyst", now }));
    const change = (from: "owner" | "analyst") =>
      transact(deps.db, (tx) => updateStaffRole(tx, { brandId, personId: mia, from, to: "manager" }));
    expect(await change("owner")).toBe(false);
    expect(await change("analyst")).toBe(true);
    expect(await transact(deps.db, (tx) => deleteStaff(tx, { brandId, personId: mia, role: "analyst" }))).toBe(false);
    expect(await transact(deps.db, (tx) => deleteStaff(tx, { brandId, personId: mia, role: "manager" }))).toBe(true);
    expect(await findStaffRole(q, { brandId, personId: mia })).toBeNull();
    expect(await findStaffRole(q, { brandId, personId: owner })).toBe("owner");
    expect(await countOwners(q, brandId)).toBe(1);
  });
});
