import { expect, it } from "vitest";
import { listSessions } from "~/services/list-sessions";
import { readActor } from "~/services/read-actor";
import { accountWorld, CALLER, person, sessionOf } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("lists the person's own running sessions and marks the present one", async () => {
    const { deps } = accountWorld(await open());
    const personId = await person(deps, "ada@example.org");
    await sessionOf(deps, await person(deps, "eve@example.org"));
    await sessionOf(deps, personId);
    const actor = await readActor(deps, await sessionOf(deps, personId));
    if (actor === null) throw new Error("no session");
    const sessions = await listSessions(deps, actor);
    expect(sessions).toHaveLength(2);
    expect(sessions.filter((session) => session.current).map((session) => session.id)).toEqual([actor.sessionId]);
    expect(sessions[0]).toMatchObject({ address: CALLER.address, userAgent: CALLER.userAgent });
  });
});
