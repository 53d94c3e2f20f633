import { expect, it } from "vitest";
import { readActor } from "~/services/read-actor";
import { signOut } from "~/services/sign-out";
import { accountWorld, person, sessionOf } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("ends the session and makes the browser forget it", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const cookies = await sessionOf(deps, await person(deps, "ada@example.org"));
    const forget = await signOut(deps, cookies);
    expect(forget.find((cookie) => cookie.startsWith("vitrine_session="))).toMatch(/^vitrine_session=; Max-Age=0/);
    expect(await readActor(deps, cookies)).toBeNull();
    expect(await world.db.query.selectFrom("sessions").selectAll().execute()).toEqual([]);
  });

  it("leaves other sessions alone and takes a caller without one", async () => {
    const { deps } = accountWorld(await open());
    const personId = await person(deps, "ada@example.org");
    const [one, two] = [await sessionOf(deps, personId), await sessionOf(deps, personId)];
    await signOut(deps, one);
    await signOut(deps, "");
    await signOut(deps, "vitrine_session=forged.c2lnbmF0dXJl");
    expect(await readActor(deps, two)).toMatchObject({ personId });
  });
});
