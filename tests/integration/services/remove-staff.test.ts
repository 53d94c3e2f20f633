import { expect, it } from "vitest";
import { readActor } from "~/services/read-actor";
import { removeStaff } from "~/services/remove-staff";
import { accountWorld, brandOf, member, person, sessionOf } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("takes a member out at once, with its event", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const owner = await person(deps, "own@example.org");
    const brandId = await brandOf(deps, "brume", owner);
    const mia = await member(deps, brandId, { email: "mia@example.org", role: "manager" });
    const session = await sessionOf(deps, mia);
    expect((await removeStaff(deps, { brandId, personId: mia, by: owner })).ok).toBe(true);
    expect((await readActor(deps, session))?.brands).toEqual([]);
    const event = await world.db.query.selectFrom("events").select("payload").where("type", "=", "staff.removed").executeTakeFirstOrThrow();
    expect(JSON.parse(event.payload)).toEqual({ personId: mia, role: "manager" });
  });

  it("keeps the last owner", async () => {
    const { deps } = accountWorld(await open());
    const owner = await person(deps, "own@example.org");
    const brandId = await brandOf(deps, "brume", owner);
    expect(await removeStaff(deps, { brandId, personId: owner, by: owner })).toEqual({ ok: false, error: { kind: "last_owner" } });
    await member(deps, brandId, { email: "two@example.org", role: "owner" });
    expect((await removeStaff(deps, { brandId, personId: owner, by: owner })).ok).toBe(true);
  });

  it("refuses everyone but owners, and people who are not of the team", async () => {
    const { deps } = accountWorld(await open());
    const owner = await person(deps, "own@example.org");
    const brandId = await brandOf(deps, "brume", owner);
    const mia = await member(deps, brandId, { email: "mia@example.org", role: "manager" });
    const eve = await person(deps, "eve@example.org");
    expect(await removeStaff(deps, { brandId, personId: owner, by: mia })).toEqual({ ok: false, error: { kind: "forbidden" } });
    expect(await removeStaff(deps, { brandId, personId: mia, by: eve })).toEqual({ ok: false, error: { kind: "forbidden" } });
    expect(await removeStaff(deps, { brandId, personId: eve, by: owner })).toEqual({ ok: false, error: { kind: "not_a_member" } });
  });
});
