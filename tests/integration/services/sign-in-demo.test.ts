import { expect, it } from "vitest";
import { readActor } from "~/services/read-actor";
import { signInDemo } from "~/services/sign-in-demo";
import { accountWorld, CALLER, cookieHeader, person, sessionOf } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("signs a visitor in as the demo's person and ends the session they had", async () => {
    const { deps } = accountWorld(await open());
    const personId = await person(deps, "ines@vitrine.example");
    const earlier = await sessionOf(deps, personId);
    const outcome = await signInDemo(deps, { persona: "ines", cookieHeader: earlier, caller: CALLER });
    if (!outcome.ok) throw new Error(outcome.error.kind);
    expect(await readActor(deps, cookieHeader(outcome.value.cookies))).toMatchObject({ personId });
    expect(await readActor(deps, earlier)).toBeNull();
  });

  it("is refused to an address that asks too often, and tells it when to come back", async () => {
    const { deps } = accountWorld(await open());
    await person(deps, "ines@vitrine.example");
    const ask = () => signInDemo(deps, { persona: "ines", cookieHeader: "", caller: CALLER });
    for (let tries = 0; tries < 60; tries++) expect((await ask()).ok).toBe(true);
    expect(await ask()).toMatchObject({ ok: false, error: { kind: "too_many", retryAfterSeconds: expect.any(Number) } });
  });

  it("is refused until the demo has made the person", async () => {
    const { deps } = accountWorld(await open());
    expect(await signInDemo(deps, { persona: "sam", cookieHeader: "", caller: CALLER })).toEqual({
      ok: false,
      error: { kind: "not_there_yet" },
    });
  });
});
