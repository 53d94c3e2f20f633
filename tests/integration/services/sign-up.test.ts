import { expect, it } from "vitest";
import { signUp } from "~/services/sign-up";
import { accountWorld, ORIGIN, PASSWORD, person } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

const ADA = { email: "ada@example.org", name: "Ada", password: PASSWORD, locale: "en", address: "192.0.2.1" } as const;

onEachDatabase((open) => {
  it("writes an unconfirmed person and mails a link to their address", async () => {
    const world = await open();
    const { deps, mails } = accountWorld(world);
    expect(await signUp(deps, ADA)).toEqual({ ok: true, value: null });
    expect(await world.db.query.selectFrom("people").selectAll().execute()).toMatchObject([
      { email: "ada@example.org", email_verified: 0 },
    ]);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: "ada@example.org", subject: "Confirm your address" });
    expect(mail?.text).toContain(`${ORIGIN}/verify?token=`);
  });

  it("answers the same for a known address, changes nothing and tells only its owner", async () => {
    const world = await open();
    const { deps, mails } = accountWorld(world);
    await person(deps, ADA.email);
    const before = await world.db.query.selectFrom("credentials").selectAll().execute();
    expect(await signUp(deps, { ...ADA, name: "Mallory", password: "another password" })).toEqual({ ok: true, value: null });
    expect(await world.db.query.selectFrom("credentials").selectAll().execute()).toEqual(before);
    expect(await world.db.query.selectFrom("people").select("name").execute()).toEqual([{ name: "ada" }]);
    const [mail] = await mails();
    expect(mail).toMatchObject({ to: ADA.email, subject: "You already have an account" });
    expect(mail?.text).not.toContain("token=");
  });

  it("keeps one person when two sign-ups for one address run at once", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const answers = await Promise.all([signUp(deps, ADA), signUp(deps, ADA)]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
    expect(await world.db.query.selectFrom("people").selectAll().execute()).toHaveLength(1);
  });

  it("writes its mail in the reader's language", async () => {
    const { deps, mails } = accountWorld(await open());
    await signUp(deps, { ...ADA, locale: "fr" });
    expect((await mails())[0]?.subject).toBe("Confirmez votre adresse");
  });

  it.each([
    [{ email: "ada" }, "email_invalid"],
    [{ name: "" }, "name_invalid"],
    [{ password: "short" }, "password_too_short"],
  ])("refuses %o and mails nothing", async (wrong, kind) => {
    const { deps, mails } = accountWorld(await open());
    expect(await signUp(deps, { ...ADA, ...wrong })).toEqual({ ok: false, error: { kind } });
    expect(await mails()).toEqual([]);
  });

  it("refuses the sixth try for one address within an hour and says when to come back", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    world.clock.set(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 600_000);
    for (let tries = 0; tries < 5; tries++) expect((await signUp(deps, ADA)).ok).toBe(true);
    expect(await signUp(deps, ADA)).toEqual({ ok: false, error: { kind: "too_many", retryAfterSeconds: 3_000 } });
  });
});
