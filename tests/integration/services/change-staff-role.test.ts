import { expect, it } from "vitest";
import type { PersonId } from "~/domain/kernel/branded";
import { changeStaffRole } from "~/services/change-staff-role";
import { accountWorld, brandOf, member, person } from "~tests/support/account-world";
import { onEachDatabase, type World } from "~tests/support/databases";

const roleOf = (world: World, personId: PersonId) =>
  world.db.query.selectFrom("brand_staff").select("role").where("person_id", "=", personId).execute();

onEachDatabase((open) => {
  it("changes a role, with its event", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const owner = await person(deps, "own@example.org");
    const brandId = await brandOf(deps, "brume", owner);
    const mia = await member(deps, brandId, { email: "mia@example.org", role: "analyst" });
    expect((await changeStaffRole(deps, { brandId, personId: mia, role: "manager", by: owner })).ok).toBe(true);
    expect(await roleOf(world, mia)).toEqual([{ role: "manager" }]);
    const event = await world.db.query
      .selectFrom("events")
      .select("payload")
      .where("type", "=", "staff.role_changed")
      .executeTakeFirstOrThrow();
    expect(JSON.parse(event.payload)).toEqual({ personId: mia, from: "analyst", to: "manager" });
  });

  it("writes nothing when the role is the same", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const owner = await person(deps, "own@example.org");
    const brandId = await brandOf(deps, "brume", owner);
    expect((await changeStaffRole(deps, { brandId, personId: owner, role: "owner", by: owner })).ok).toBe(true);
    expect(await world.db.query.selectFrom("events").selectAll().where("type", "=", "staff.role_changed").execute()).toEqual([]);
  });

  it("keeps the last owner", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const owner = await person(deps, "own@example.org");
    const brandId = await brandOf(deps, "brume", owner);
    const lower = { brandId, personId: owner, role: "analyst", by: owner } as const;
    expect(await changeStaffRole(deps, lower)).toEqual({ ok: false, error: { kind: "last_owner" } });
    await member(deps, brandId, { email: "two@example.org", role: "owner" });
    expect((await changeStaffRole(deps, lower)).ok).toBe(true);
    expect(await roleOf(world, owner)).toEqual([{ role: "analyst" }]);
  });

  it("keeps one owner when two lower each other at once", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const one = await person(deps, "one@example.org");
    const brandId = await brandOf(deps, "brume", one);
    const two = await member(deps, brandId, { email: "two@example.org", role: "owner" });
    const other = { ...deps, db: world.connect() };
    await Promise.all([
      changeStaffRole(deps, { brandId, personId: two, role: "analyst", by: one }),
      changeStaffRole(other, { brandId, personId: one, role: "analyst", by: two }),
    ]);
    const owners = await world.db.query.selectFrom("brand_staff").selectAll().where("role", "=", "owner").execute();
    expect(owners).toHaveLength(1);
  });

  it("refuses everyone but owners, and people who are not of the team", async () => {
    const { deps } = accountWorld(await open());
    const owner = await person(deps, "own@example.org");
    const brandId = await brandOf(deps, "brume", owner);
    const mia = await member(deps, brandId, { email: "mia@example.org", role: "manager" });
    const eve = await person(deps, "eve@example.org");
    expect(await changeStaffRole(deps, { brandId, personId: mia, role: "owner", by: mia })).toEqual({
      ok: false,
      error: { kind: "forbidden" },
    });
    expect(await changeStaffRole(deps, { brandId, personId: mia, role: "owner", by: eve })).toEqual({
      ok: false,
      error: { kind: "forbidden" },
    });
    expect(await changeStaffRole(deps, { brandId, personId: eve, role: "owner", by: owner })).toEqual({
      ok: false,
      error: { kind: "not_a_member" },
    });
  });
});
