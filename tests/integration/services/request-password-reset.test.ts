import { expect, it } from "vitest";
import { requestPasswordReset } from "~/services/request-password-reset";
import { accountWorld, ORIGIN, person, tokenIn } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

const ADA = { email: "ada@example.org", locale: "en", address: "192.0.2.1" } as const;

onEachDatabase((open) => {
  it("mails a link whose token stands nowhere in the database", async () => {
    const world = await open();
    const { deps, mails } = accountWorld(world);
    await person(deps, ADA.email);
    expect(await requestPasswordReset(deps, ADA)).toEqual({ ok: true, value: null });
    const [mail] = await mails();
    expect(mail?.text).toContain(`${ORIGIN}/reset?token=`);
    const token = tokenIn(mail);
    expect(token.length).toBeGreaterThanOrEqual(24);
    const kept = await world.db.query.selectFrom("verifications").selectAll().execute();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it("answers the same for an address nobody has, and mails nothing", async () => {
    const world = await open();
    const { deps, mails } = accountWorld(world);
    expect(await requestPasswordReset(deps, ADA)).toEqual({ ok: true, value: null });
    expect(await mails()).toEqual([]);
    expect(await world.db.query.selectFrom("verifications").selectAll().execute()).toEqual([]);
  });

  it("refuses what is no address, and the sixth try within an hour", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    world.clock.set(Math.ceil(Date.now() / 3_600_000) * 3_600_000);
    expect(await requestPasswordReset(deps, { ...ADA, email: "ada" })).toEqual({ ok: false, error: { kind: "email_invalid" } });
    for (let tries = 0; tries < 5; tries++) await requestPasswordReset(deps, ADA);
    expect(await requestPasswordReset(deps, ADA)).toEqual({ ok: false, error: { kind: "too_many", retryAfterSeconds: 3_600 } });
  });
});
