import { expect, it } from "vitest";
import { requestPasswordReset } from "~/services/request-password-reset";
import { resetPassword } from "~/services/reset-password";
import { signIn } from "~/services/sign-in";
import { signUp } from "~/services/sign-up";
import { verifyEmail } from "~/services/verify-email";
import { accountWorld, CALLER, PASSWORD, tokenIn } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

const ADA = { email: "ada@example.org", name: "Ada", password: PASSWORD, locale: "en", address: "192.0.2.1" } as const;

onEachDatabase((open) => {
  it("confirms the address of the mailed link, however often, and then lets its owner in", async () => {
    const world = await open();
    const { deps, mails } = accountWorld(world);
    await signUp(deps, ADA);
    const token = tokenIn((await mails())[0]);
    for (let uses = 0; uses < 2; uses++) expect(await verifyEmail(deps, { ...ADA, token })).toEqual({ ok: true, value: null });
    expect(await world.db.query.selectFrom("people").select("email_verified").execute()).toEqual([{ email_verified: 1 }]);
    expect((await signIn(deps, { ...ADA, cookieHeader: "", caller: CALLER })).ok).toBe(true);
  });

  it("does not open for its owner an account that a stranger made with their address", async () => {
    const world = await open();
    const { deps, mails } = accountWorld(world);
    await signUp(deps, { ...ADA, password: "the stranger's password" });
    const token = tokenIn((await mails())[0]);
    expect(await verifyEmail(deps, { ...ADA, token })).toEqual({ ok: false, error: { kind: "wrong_password" } });
    expect(await world.db.query.selectFrom("people").select("email_verified").execute()).toEqual([{ email_verified: 0 }]);
    await requestPasswordReset(deps, ADA);
    await resetPassword(deps, { ...ADA, token: tokenIn((await mails())[0]) });
    expect(await verifyEmail(deps, { ...ADA, token, password: "the stranger's password" })).toMatchObject({ ok: false });
    expect(await verifyEmail(deps, { ...ADA, token })).toEqual({ ok: true, value: null });
    expect((await signIn(deps, { ...ADA, cookieHeader: "", caller: CALLER })).ok).toBe(true);
  });

  it("stops guessing by one link", async () => {
    const { deps, mails } = accountWorld(await open());
    await signUp(deps, ADA);
    const token = tokenIn((await mails())[0]);
    for (let tries = 0; tries < 10; tries++) await verifyEmail(deps, { ...ADA, token, password: "guess" });
    expect(await verifyEmail(deps, { ...ADA, token })).toMatchObject({ ok: false, error: { kind: "too_many" } });
  });

  it.each(["", "nonsense", "a.b.c"])("refuses the token %j", async (token) => {
    const { deps } = accountWorld(await open());
    expect(await verifyEmail(deps, { ...ADA, token })).toEqual({ ok: false, error: { kind: "invalid" } });
  });

  it("refuses a token whose content was changed", async () => {
    const world = await open();
    const { deps, mails } = accountWorld(world);
    await signUp(deps, ADA);
    const [head, body = "", signature] = tokenIn((await mails())[0]).split(".");
    const changed = Buffer.from(Buffer.from(body, "base64url").toString().replace("ada@", "eve@")).toString("base64url");
    expect(await verifyEmail(deps, { ...ADA, token: `${head}.${changed}.${signature}` })).toEqual({
      ok: false,
      error: { kind: "invalid" },
    });
    expect(await world.db.query.selectFrom("people").select("email_verified").execute()).toEqual([{ email_verified: 0 }]);
  });
});
