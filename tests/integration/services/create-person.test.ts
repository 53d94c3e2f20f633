import { expect, it } from "vitest";
import { createPerson } from "~/services/create-person";
import { signIn } from "~/services/sign-in";
import { accountWorld, CALLER, PASSWORD } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

const ADA = { email: " Ada@Example.org ", name: "Ada  Lovelace", password: PASSWORD, verified: true };

onEachDatabase((open) => {
  it("writes a person who can sign in", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    expect(await createPerson(deps, ADA)).toMatchObject({ ok: true });
    const row = await world.db.query.selectFrom("people").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ email: "ada@example.org", name: "Ada Lovelace", email_verified: 1 });
    const signedIn = await signIn(deps, { email: "ADA@example.org", password: PASSWORD, cookieHeader: "", caller: CALLER, locale: "en" });
    expect(signedIn.ok).toBe(true);
  });

  it("keeps no password as it was typed", async () => {
    const world = await open();
    await createPerson(accountWorld(world).deps, ADA);
    const { password } = await world.db.query.selectFrom("credentials").select("password").executeTakeFirstOrThrow();
    expect(password).toMatch(/^[0-9a-f]+:[0-9a-f]+$/);
    expect(password).not.toContain(PASSWORD);
  });

  it.each([
    [{ email: "ada@localhost" }, "email_invalid"],
    [{ name: " " }, "name_invalid"],
    [{ password: "123456789" }, "password_too_short"],
    [{ password: "x".repeat(129) }, "password_too_long"],
  ])("refuses %o", async (wrong, kind) => {
    const world = await open();
    expect(await createPerson(accountWorld(world).deps, { ...ADA, ...wrong })).toEqual({ ok: false, error: { kind } });
    expect(await world.db.query.selectFrom("people").selectAll().execute()).toEqual([]);
  });

  it("refuses an address that is taken, however it is written, and leaves nothing half-written", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    await createPerson(deps, ADA);
    expect(await createPerson(deps, { ...ADA, email: "ADA@EXAMPLE.ORG" })).toEqual({ ok: false, error: { kind: "email_taken" } });
    expect(await world.db.query.selectFrom("credentials").selectAll().execute()).toHaveLength(1);
  });
});
