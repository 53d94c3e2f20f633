import { expect, it } from "vitest";
import type { BrandId, Instant, PersonId } from "~/domain/kernel/branded";
import { HOUR_MS } from "~/domain/kernel/instant";
import { changeRate } from "~/services/change-rate";
import { runAudit } from "~/services/run-audit";
import { getProgramTerms } from "~db/queries/programs";
import { onEachDatabase } from "~tests/support/databases";
import { openShop } from "~tests/support/shops";

onEachDatabase((open) => {
  it("adds a version that begins a moment from now, with its event, and leaves the old ones", async () => {
    const world = await open();
    const shop = await openShop(world);
    const now = world.clock.now();
    const changed = await changeRate(world.deps, { brandId: shop.brandId, rate: 1_200, by: "per_mia" as PersonId });
    if (!changed.ok) throw new Error(changed.error.kind);
    expect(changed.value.effectiveFrom).toBe(now + 1_000);
    const { rules } = await getProgramTerms(world.db.query, shop.programId);
    expect(rules.map(({ rateBps }) => rateBps)).toEqual([1_000, 1_200]);
    const events = await world.db.query
      .selectFrom("events")
      .select(["subject_id", "payload"])
      .where("type", "=", "program.rate_changed")
      .execute();
    expect(events.map(({ subject_id, payload }) => [subject_id, JSON.parse(payload)])).toEqual([
      [shop.programId, { ruleId: changed.value.ruleId, rateBps: 1_200, effectiveFrom: now + 1_000 }],
    ]);
    expect((await runAudit(world.deps)).findings.find(({ id }) => id === "rules.events")?.count).toBe(0);
  });

  it("announces a later change, and begins none in the past", async () => {
    const world = await open();
    const shop = await openShop(world);
    const later = (world.clock.now() + HOUR_MS) as Instant;
    expect(await changeRate(world.deps, { brandId: shop.brandId, rate: 800, from: later, by: null })).toMatchObject({
      ok: true,
      value: { effectiveFrom: later },
    });
    const past = { brandId: shop.brandId, rate: 800, from: (world.clock.now() - 1) as Instant, by: null };
    expect(await changeRate(world.deps, past)).toEqual({ ok: false, error: { kind: "in_the_past" } });
  });

  it("refuses what is no rate, and a brand without a program", async () => {
    const world = await open();
    const shop = await openShop(world);
    for (const rate of [-1, 10_001, 0.5]) {
      expect(await changeRate(world.deps, { brandId: shop.brandId, rate, by: null })).toEqual({
        ok: false,
        error: { kind: "rate_invalid" },
      });
    }
    const nobody = { brandId: "brd_none" as BrandId, rate: 800, by: null };
    expect(await changeRate(world.deps, nobody)).toEqual({ ok: false, error: { kind: "no_program" } });
    expect((await getProgramTerms(world.db.query, shop.programId)).rules).toHaveLength(1);
  });
});
