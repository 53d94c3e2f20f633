import { expect, it } from "vitest";
import { changePassword } from "~/services/change-password";
import { readActor } from "~/services/read-actor";
import { signIn } from "~/services/sign-in";
import { accountWorld, CALLER, cookieHeader, PASSWORD, person, sessionOf } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

const NEXT = "a wholly new password";

onEachDatabase((open) => {
  it("changes it, ends the other sessions and renames this one", async () => {
    const { deps } = accountWorld(await open());
    const personId = await person(deps, "ada@example.org");
    const [here, elsewhere] = [await sessionOf(deps, personId), await sessionOf(deps, personId)];
    const actor = await readActor(deps, here);
    if (actor === null) throw new Error("no session");
    const outcome = await changePassword(deps, { actor, cookieHeader: here, current: PASSWORD, next: NEXT, caller: CALLER });
    if (!outcome.ok) throw new Error(outcome.error.kind);
    expect(await readActor(deps, here)).toBeNull();
    expect(await readActor(deps, elsewhere)).toBeNull();
    expect(await readActor(deps, cookieHeader(outcome.value.cookies))).toMatchObject({ personId });
    const as = { email: "ada@example.org", cookieHeader: "", caller: CALLER, locale: "en" } as const;
    expect((await signIn(deps, { ...as, password: NEXT })).ok).toBe(true);
    expect((await signIn(deps, { ...as, password: PASSWORD })).ok).toBe(false);
  });

  it("refuses a wrong current password, a short new one, and trying on", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const here = await sessionOf(deps, await person(deps, "ada@example.org"));
    world.clock.set(Math.ceil(Date.now() / 900_000) * 900_000);
    const actor = await readActor(deps, here);
    if (actor === null) throw new Error("no session");
    const ask = { actor, cookieHeader: here, caller: CALLER };
    expect(await changePassword(deps, { ...ask, current: PASSWORD, next: "short" })).toEqual({
      ok: false,
      error: { kind: "password_too_short" },
    });
    for (let tries = 0; tries < 10; tries++) {
      expect(await changePassword(deps, { ...ask, current: "not my password", next: NEXT })).toEqual({
        ok: false,
        error: { kind: "wrong_password" },
      });
    }
    expect(await changePassword(deps, { ...ask, current: PASSWORD, next: NEXT })).toEqual({
      ok: false,
      error: { kind: "too_many", retryAfterSeconds: 900 },
    });
    expect(await readActor(deps, here)).not.toBeNull();
  });
});
