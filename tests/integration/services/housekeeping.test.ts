import { expect, it } from "vitest";
import { DAY_MS, plusMs } from "~/domain/kernel/instant";
import { claimSlot } from "~/services/claim-slot";
import { purgeExpired } from "~/services/purge-expired";
import { readProgress } from "~/services/read-progress";
import { reportProgress } from "~/services/report-progress";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("keeps what a client may still repeat and removes the rest", async () => {
    const { deps, db, clock } = await open();
    const key = (name: string, ageMs: number) => ({
      scope: "s",
      key: name,
      request_hash: "h",
      response: "{}",
      created_at: plusMs(clock.now(), -ageMs),
    });
    await db.query
      .insertInto("idempotency_keys")
      .values([key("yesterday", DAY_MS + 1), key("today", DAY_MS - 1)])
      .execute();
    expect(await purgeExpired(deps)).toMatchObject({ idempotencyKeys: 1, sessions: 0 });
    expect(await db.query.selectFrom("idempotency_keys").select("key").execute()).toEqual([{ key: "today" }]);
  });

  it("starts each turn of a scheduled job once", async () => {
    const { deps, clock } = await open();
    const ask = () => claimSlot(deps, { name: "audit.run", everyMs: 1_000 });
    const slot = await ask();
    expect(slot).toBe(Math.floor(clock.now() / 1_000));
    expect(await ask()).toBeNull();
    clock.advance(1_000);
    expect(await ask()).toBe((slot ?? 0) + 1);
  });

  it("shows how far background work is", async () => {
    const { deps, clock } = await open();
    await reportProgress(deps, { key: "demo", done: 3, total: 9, state: "running" });
    expect(await readProgress(deps)).toEqual([{ key: "demo", done: 3, total: 9, state: "running", updatedAt: clock.now() }]);
  });
});
