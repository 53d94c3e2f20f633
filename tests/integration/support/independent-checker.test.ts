import { sql } from "kysely";
import { expect, it } from "vitest";
import type { EventId } from "~/domain/kernel/branded";
import { claimEvents } from "~/services/claim-events";
import { decideCommissions } from "~/services/decide-commissions";
import { runAudit } from "~/services/run-audit";
import { chanceOf, fillBusyShops } from "~tests/support/busy-shop";
import { onEachDatabase, openWorld, type World } from "~tests/support/databases";
import { EARNING_FAULTS, sellShared } from "~tests/support/earning-faults";
import { checkIndependently } from "~tests/support/independent-checker";
import { decideAll } from "~tests/support/placed-orders";
import { tamper } from "~tests/support/tamper";

/** What was decided, without the names that differ from run to run. */
async function outcomeOf(world: World): Promise<unknown> {
  const decisions = sql`select order_line_id, affiliate_id, commission_minor, reason, explanation from decisions order by order_line_id, affiliate_id`;
  const parts = sql`select c.order_line_id, p.touch_id, p.ppm, p.accrued_minor from commission_parts p join commissions c on c.id = p.commission_id
    order by c.order_line_id, p.touch_id`;
  const reversals = sql`select order_line_id, touch_id, program_seq, amount_minor, reversed_at from commission_reversals
    order by order_line_id, touch_id, program_seq`;
  const told = sql`select type, subject_id, occurred_at, payload from events where type = 'commission.decided' order by subject_id`;
  const booked = sql`select currency, account, owner_id, order_id, sum(amount_minor) as amount from ledger_lines
    group by currency, account, owner_id, order_id order by currency, account, owner_id, order_id`;
  const read = async (query: typeof decisions) => (await query.execute(world.db.query)).rows;
  return [await read(decisions), await read(parts), await read(reversals), await read(told), await read(booked)];
}

/** Hands events over one by one in any order, days late, some of them again after they were taken in. */
async function decideInDisorder(world: World): Promise<void> {
  const chance = chanceOf(99);
  const rows = await world.db.query.selectFrom("outbox").select("event_id").where("consumer", "=", "commission.decide").execute();
  for (const { event_id } of rows) {
    const due = world.clock.now() + chance(3 * 86_400_000);
    await world.db.query
      .updateTable("outbox")
      .set({ available_at: due })
      .where("event_id", "=", event_id)
      .where("consumer", "=", "commission.decide")
      .execute();
  }
  for (let round = 0; round < 2_000; round++) {
    world.clock.advance(20 * 60_000);
    for (let batch = 1 + chance(3); batch > 0; batch--) {
      const claimed = await claimEvents(world.deps, { consumer: "commission.decide", batchSize: 1 + chance(3), batchesAhead: 9 });
      if (claimed !== null) await decideCommissions(world.deps, { batchId: claimed.batchId });
    }
    if (chance(3) === 0) await redeliverOne(world, chance);
    const left = await world.db.query.selectFrom("outbox").select("event_id").where("consumer", "=", "commission.decide").execute();
    if (left.length === 0) return;
  }
  throw new Error("not everything was decided");
}

async function redeliverOne(world: World, chance: (below: number) => number): Promise<void> {
  const done = await world.db.query
    .selectFrom("processed")
    .select(["event_id", "brand_id"])
    .where("consumer", "=", "commission.decide")
    .orderBy("event_id")
    .execute();
  const again = done[chance(done.length || 1)];
  if (again === undefined) return;
  const row = {
    consumer: "commission.decide",
    event_id: again.event_id as EventId,
    brand_id: again.brand_id,
    recorded_at: 0,
    available_at: 0,
  };
  await world.db.query
    .insertInto("outbox")
    .values({ ...row, state: "waiting" })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

onEachDatabase((open, dialect) => {
  it("comes to the same for orders in four models, three currencies, with cancels and changed rates", async () => {
    const world = await open();
    await fillBusyShops(world, { seed: 7, orders: 60 });
    await decideAll(world);
    const report = await checkIndependently(world.db.query);
    expect(report.faults).toEqual([]);
    expect(report.facts).toBeGreaterThan(600);
    const broken = (await runAudit(world.deps)).findings.filter(({ id, count }) => /^(commission|ledger)\./.test(id) && count > 0);
    expect(broken).toEqual([]);
  });

  it("events that come late, in disorder and again lead to the same decisions, reversals and books", async () => {
    const [orderly, disorderly] = [await open(), await openWorld(dialect)];
    try {
      for (const world of [orderly, disorderly]) await fillBusyShops(world, { seed: 11, orders: 15 });
      await decideAll(orderly);
      await decideInDisorder(disorderly);
      expect(await outcomeOf(disorderly)).toEqual(await outcomeOf(orderly));
      expect((await checkIndependently(disorderly.db.query)).faults).toEqual([]);
    } finally {
      await disorderly.close();
    }
  });

  it.each([
    ["decisions", sql`update decisions set reason = 'no_rule' where reason is not null`, /^decision .*: no_rule, must be other_touch_won/],
    ["explanations", sql`update decisions set explanation = replace(explanation, '"totalMinor":300', '"totalMinor":301')`, /^explanation /],
    ["commissions", sql`update commissions set accrued_minor = accrued_minor + 1`, /^commission .*: 151, must be 150/],
    ["parts", sql`update commission_parts set accrued_minor = accrued_minor + 1`, /^part .*: 500000 151, must be 500000 150/],
    ["reversals", sql`delete from commission_reversals`, /^reversal .*: missing, must be 50/],
    ["entries", sql`update ledger_lines set amount_minor = amount_minor * 2 where line_no = 1`, /^commission\.(accrued|reversed) /],
    [
      "the order of the books",
      sql`update ledger_entries set recorded_at = recorded_at + 1 where seq = 2`,
      /^entry led_\d+ does not follow/,
    ],
    ["the end of the books", sql`update ledger_heads set seq = seq + 1`, /^the books of EUR do not end where they say/],
  ])("names what was changed in %s", async (_, statement, words) => {
    const world = await open();
    await sellShared(world);
    if (String(words).includes("other_touch_won")) await fillBusyShops(world, { seed: 3, orders: 20 });
    await decideAll(world);
    expect((await checkIndependently(world.db.query)).faults).toEqual([]);
    await tamper(world, statement);
    expect((await checkIndependently(world.db.query)).faults.filter((fault) => words.test(fault))).not.toEqual([]);
  });

  it("finds entries that nothing caused", async () => {
    const world = await open();
    await EARNING_FAULTS["ledger.payments"]?.(world);
    expect((await checkIndependently(world.db.query)).faults).toEqual([expect.stringMatching(/^payment\.captured .*must be absent/)]);
  });
});
