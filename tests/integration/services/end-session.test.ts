import { expect, it } from "vitest";
import { endSession } from "~/services/end-session";
import { readActor } from "~/services/read-actor";
import { accountWorld, person, sessionOf } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("ends one session of one's own", async () => {
    const { deps } = accountWorld(await open());
    const personId = await person(deps, "ada@example.org");
    const [here, there] = [await sessionOf(deps, personId), await sessionOf(deps, personId)];
    const [actor, other] = [await readActor(deps, here), await readActor(deps, there)];
    if (actor === null || other === null) throw new Error("no session");
    expect(await endSession(deps, { actor, session: other.sessionId })).toEqual({ ended: 1 });
    expect(await readActor(deps, there)).toBeNull();
    expect(await readActor(deps, here)).not.toBeNull();
  });

  it("ends nobody else's", async () => {
    const { deps } = accountWorld(await open());
    const actor = await readActor(deps, await sessionOf(deps, await person(deps, "eve@example.org")));
    const adas = await sessionOf(deps, await person(deps, "ada@example.org"));
    const ada = await readActor(deps, adas);
    if (actor === null || ada === null) throw new Error("no session");
    expect(await endSession(deps, { actor, session: ada.sessionId })).toEqual({ ended: 0 });
    expect(await endSession(deps, { actor, session: "all_others" })).toEqual({ ended: 0 });
    expect(await readActor(deps, adas)).not.toBeNull();
  });

  it("ends all others at once", async () => {
    const { deps } = accountWorld(await open());
    const personId = await person(deps, "ada@example.org");
    const here = await sessionOf(deps, personId);
    await sessionOf(deps, personId);
    await sessionOf(deps, personId);
    const actor = await readActor(deps, here);
    if (actor === null) throw new Error("no session");
    expect(await endSession(deps, { actor, session: "all_others" })).toEqual({ ended: 2 });
    expect(await readActor(deps, here)).not.toBeNull();
  });
});
