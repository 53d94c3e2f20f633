import { expect, it } from "vitest";
import { readActor } from "~/services/read-actor";
import { requestPasswordReset } from "~/services/request-password-reset";
import { resetPassword } from "~/services/reset-password";
import { signIn } from "~/services/sign-in";
import { type AccountWorld, accountWorld, CALLER, PASSWORD, person, sessionOf, tokenIn } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

const NEXT = "a wholly new password";
const address = "192.0.2.1";
const ADA = "ada@example.org";

async function mailedToken({ deps, mails }: AccountWorld): Promise<string> {
  await requestPasswordReset(deps, { email: ADA, locale: "en", address });
  return tokenIn((await mails())[0]);
}

onEachDatabase((open) => {
  it("sets the password once and ends every session", async () => {
    const world = accountWorld(await open());
    const { deps } = world;
    const session = await sessionOf(deps, await person(deps, ADA));
    const token = await mailedToken(world);
    expect(await resetPassword(deps, { token, password: NEXT, address })).toEqual({ ok: true, value: null });
    expect(await readActor(deps, session)).toBeNull();
    const as = { email: ADA, cookieHeader: "", caller: CALLER, locale: "en" } as const;
    expect((await signIn(deps, { ...as, password: PASSWORD })).ok).toBe(false);
    expect((await signIn(deps, { ...as, password: NEXT })).ok).toBe(true);
    expect(await resetPassword(deps, { token, password: PASSWORD, address })).toEqual({ ok: false, error: { kind: "link_invalid" } });
  });

  it("takes a link once even when two use it at the same moment", async () => {
    const world = accountWorld(await open());
    await person(world.deps, ADA);
    const token = await mailedToken(world);
    const answers = await Promise.all([1, 2].map((no) => resetPassword(world.deps, { token, password: `${NEXT} ${no}`, address })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it("refuses a short password without using up the link", async () => {
    const world = accountWorld(await open());
    await person(world.deps, ADA);
    const token = await mailedToken(world);
    expect(await resetPassword(world.deps, { token, password: "short", address })).toEqual({
      ok: false,
      error: { kind: "password_too_short" },
    });
    expect((await resetPassword(world.deps, { token, password: NEXT, address })).ok).toBe(true);
  });

  it.each(["", "nonsense"])("refuses the token %j", async (token) => {
    const { deps } = accountWorld(await open());
    expect(await resetPassword(deps, { token, password: NEXT, address })).toEqual({ ok: false, error: { kind: "link_invalid" } });
  });

  it("refuses guessing on from one address", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    world.clock.set(Math.ceil(Date.now() / 3_600_000) * 3_600_000);
    for (let tries = 0; tries < 30; tries++) await resetPassword(deps, { token: `guess${tries}`, password: NEXT, address });
    const answer = await resetPassword(deps, { token: "one more", password: NEXT, address });
    expect(answer).toEqual({ ok: false, error: { kind: "too_many", retryAfterSeconds: 3_600 } });
  });
});
