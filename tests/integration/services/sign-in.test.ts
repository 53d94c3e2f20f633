import { expect, it } from "vitest";
import { readActor } from "~/services/read-actor";
import { signIn } from "~/services/sign-in";
import { accountWorld, CALLER, cookieHeader, PASSWORD, person } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

const ADA = { email: "ada@example.org", password: PASSWORD, cookieHeader: "", caller: CALLER, locale: "en" } as const;

onEachDatabase((open) => {
  it("opens a session that remembers its device", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const personId = await person(deps, ADA.email);
    const outcome = await signIn(deps, ADA);
    if (!outcome.ok) throw new Error(outcome.error.kind);
    expect(outcome.value.cookies).toHaveLength(1);
    expect(outcome.value.cookies[0]).toMatch(/^vitrine_session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await readActor(deps, cookieHeader(outcome.value.cookies))).toMatchObject({ personId, email: ADA.email });
    const [session] = await world.db.query.selectFrom("sessions").selectAll().execute();
    expect(session).toMatchObject({ person_id: personId, ip_address: CALLER.address, user_agent: CALLER.userAgent });
  });

  it("names its cookie __Host- and marks it secure on https", async () => {
    const { deps } = accountWorld(await open(), "https://shop.example");
    await person(deps, ADA.email);
    const outcome = await signIn(deps, ADA);
    expect(outcome.ok && outcome.value.cookies[0]).toMatch(
      /^__Host-vitrine_session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it("refuses the demo's people once the demo is off, whose passwords visitors could set", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    await person(deps, "sam@vitrine.example");
    await person(deps, ADA.email);
    const off = { ...deps, demo: false };
    expect(await signIn(off, { ...ADA, email: "sam@vitrine.example" })).toEqual({ ok: false, error: { kind: "wrong_credentials" } });
    expect(await world.db.query.selectFrom("sessions").select("id").execute()).toEqual([]);
    expect((await signIn(deps, { ...ADA, email: "sam@vitrine.example" })).ok).toBe(true);
    expect((await signIn(off, ADA)).ok).toBe(true);
  });

  it("ends the session the browser had", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    await person(deps, ADA.email);
    const first = await signIn(deps, ADA);
    if (!first.ok) throw new Error(first.error.kind);
    const earlier = cookieHeader(first.value.cookies);
    await signIn(deps, { ...ADA, cookieHeader: earlier });
    expect(await readActor(deps, earlier)).toBeNull();
    expect(await world.db.query.selectFrom("sessions").selectAll().execute()).toHaveLength(1);
  });

  it("refuses an unknown address, a malformed one and a wrong password alike", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    await person(deps, ADA.email);
    const wrong = { ok: false, error: { kind: "wrong_credentials" } };
    expect(await signIn(deps, { ...ADA, password: "not the password" })).toEqual(wrong);
    expect(await signIn(deps, { ...ADA, email: "nobody@example.org" })).toEqual(wrong);
    expect(await signIn(deps, { ...ADA, email: "no address" })).toEqual(wrong);
    expect(await signIn(deps, { ...ADA, password: "x".repeat(500) })).toEqual(wrong);
    expect(await world.db.query.selectFrom("sessions").selectAll().execute()).toEqual([]);
  });

  it("opens nothing before the address is confirmed, and mails a fresh link to whoever knows the password", async () => {
    const world = await open();
    const { deps, mails } = accountWorld(world);
    await person(deps, ADA.email, { verified: false });
    expect(await signIn(deps, { ...ADA, password: "not the password" })).toEqual({ ok: false, error: { kind: "wrong_credentials" } });
    expect(await mails()).toEqual([]);
    expect(await signIn(deps, ADA)).toEqual({ ok: false, error: { kind: "unverified" } });
    expect(await mails()).toMatchObject([{ to: ADA.email, subject: "Confirm your address" }]);
    expect(await world.db.query.selectFrom("sessions").selectAll().execute()).toEqual([]);
  });

  it("refuses the eleventh try on an account, right or wrong, until the window has passed", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    await person(deps, ADA.email);
    world.clock.set(Math.ceil(Date.now() / 900_000) * 900_000);
    for (let tries = 0; tries < 10; tries++) await signIn(deps, { ...ADA, password: "not the password" });
    expect(await signIn(deps, ADA)).toEqual({ ok: false, error: { kind: "too_many", retryAfterSeconds: 900 } });
    world.clock.advance(900_000);
    expect((await signIn(deps, ADA)).ok).toBe(true);
  });
});
