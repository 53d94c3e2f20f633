import { expect, it } from "vitest";
import { addStaff } from "~/services/add-staff";
import { accountWorld, brandOf, member, person } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

const address = "192.0.2.1";

onEachDatabase((open) => {
  it("takes a confirmed account into the team, with its event", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const owner = await person(deps, "own@example.org");
    const brandId = await brandOf(deps, "brume", owner);
    const personId = await person(deps, "mia@example.org");
    const outcome = await addStaff(deps, { brandId, email: "Mia@example.org", role: "manager", by: { personId: owner, address } });
    expect(outcome).toEqual({ ok: true, value: { personId } });
    const row = await world.db.query.selectFrom("brand_staff").select("role").where("person_id", "=", personId).executeTakeFirst();
    expect(row).toEqual({ role: "manager" });
    const event = await world.db.query
      .selectFrom("events")
      .selectAll()
      .where("type", "=", "staff.added")
      .where("subject_id", "=", personId)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(event.payload)).toEqual({ personId, role: "manager" });
  });

  it("tells owners, and only owners, that an address has no confirmed account", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const owner = await person(deps, "own@example.org");
    const brandId = await brandOf(deps, "brume", owner);
    const manager = await member(deps, brandId, { email: "mia@example.org", role: "manager" });
    await person(deps, "new@example.org", { verified: false });
    const add = (email: string, by: typeof owner) => addStaff(deps, { brandId, email, role: "analyst", by: { personId: by, address } });
    for (const email of ["nobody@example.org", "new@example.org"]) {
      expect(await add(email, owner)).toEqual({ ok: false, error: { kind: "no_such_account" } });
      expect(await add(email, manager)).toEqual({ ok: false, error: { kind: "forbidden" } });
    }
    expect(await add("own@example.org", manager)).toEqual({ ok: false, error: { kind: "forbidden" } });
    expect(await add("own@example.org", await person(deps, "eve@example.org"))).toEqual({ ok: false, error: { kind: "forbidden" } });
  });

  it("refuses what is no address and who is there already, and writes no event for it", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const owner = await person(deps, "own@example.org");
    const brandId = await brandOf(deps, "brume", owner);
    await member(deps, brandId, { email: "mia@example.org", role: "manager" });
    const count = async () => (await world.db.query.selectFrom("events").selectAll().execute()).length;
    const before = await count();
    const by = { personId: owner, address };
    expect(await addStaff(deps, { brandId, email: "mia", role: "owner", by })).toEqual({ ok: false, error: { kind: "email_invalid" } });
    expect(await addStaff(deps, { brandId, email: "mia@example.org", role: "owner", by })).toEqual({
      ok: false,
      error: { kind: "already_member" },
    });
    expect(await count()).toBe(before);
  });

  it("refuses trying out addresses", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const owner = await person(deps, "own@example.org");
    const brandId = await brandOf(deps, "brume", owner);
    world.clock.set(Math.ceil(Date.now() / 3_600_000) * 3_600_000);
    const guess = (no: number) =>
      addStaff(deps, { brandId, email: `guess${no}@example.org`, role: "analyst", by: { personId: owner, address } });
    for (let no = 0; no < 30; no++) expect(await guess(no)).toEqual({ ok: false, error: { kind: "no_such_account" } });
    expect(await guess(30)).toEqual({ ok: false, error: { kind: "too_many", retryAfterSeconds: 3_600 } });
  });
});
