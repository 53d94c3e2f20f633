import { expect, it } from "vitest";
import { DAY_MS, plusMs, toIso } from "~/domain/kernel/instant";
import { purgeBefore } from "~db/queries/purge";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("removes what is older than its instant and nothing else", async () => {
    const { db, clock } = await open();
    const now = clock.now();
    const old = plusMs(now, -2 * DAY_MS);
    const iso = { created_at: toIso(old), updated_at: toIso(old) };
    await db.query
      .insertInto("people")
      .values({ id: "p", name: "P", email: "p@x.example", ...iso })
      .execute();
    for (const [id, at] of [
      ["old", old],
      ["new", plusMs(now, DAY_MS)],
    ] as const) {
      await db.query
        .insertInto("sessions")
        .values({ id, person_id: "p", token: id, expires_at: toIso(at), ...iso })
        .execute();
      await db.query
        .insertInto("verifications")
        .values({ id, identifier: id, value: id, expires_at: toIso(at), ...iso })
        .execute();
      await db.query.insertInto("rate_limits").values({ key: id, window_start: at, hits: 1 }).execute();
      await db.query
        .insertInto("idempotency_keys")
        .values({ scope: "s", key: id, request_hash: "h", response: "{}", created_at: at })
        .execute();
      await db.query.insertInto("schedule_runs").values({ name: id, slot: 1, started_at: at }).execute();
      await db.query.insertInto("processes").values({ id, kind: "web", started_at: at, seen_at: at }).execute();
    }
    const before = { expired: now, rateLimits: now, idempotencyKeys: now, scheduleRuns: now, processes: now };
    const one = { sessions: 1, verifications: 1, rateLimits: 1, idempotencyKeys: 1, scheduleRuns: 1, processes: 1 };
    expect(await purgeBefore(db.query, before)).toEqual(one);
    expect(await db.query.selectFrom("sessions").select("id").execute()).toEqual([{ id: "new" }]);
    expect(Object.values(await purgeBefore(db.query, before))).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
