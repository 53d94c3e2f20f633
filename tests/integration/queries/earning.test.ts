import { expect, it } from "vitest";
import type {
  AffiliateId,
  Bps,
  BrandId,
  CommissionId,
  DecisionId,
  EventId,
  OrderId,
  OrderLineId,
  Ppm,
  ProgramId,
  RuleId,
  TouchId,
} from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";
import { postFeesWithdrawn, postTopUp } from "~/domain/ledger/postings";
import { insertCommissions, insertReversals, listLineParts, type NewCommission, readBackBefore } from "~db/queries/commissions";
import { findExplanation, getDecided, insertDecisions, listLinesToDecide } from "~db/queries/decisions";
import { appendEntries, isHashTrue, listBalances, listEntries, listHeads } from "~db/queries/ledger";
import { advanceDecided, getProgramTerms, getWindowDays, takeNextStep } from "~db/queries/programs";
import { insertRule } from "~db/queries/rules";
import { isDuplicate, transact } from "~db/transaction";
import { onEachDatabase, type World } from "~tests/support/databases";
import { sellShared } from "~tests/support/earning-faults";
import { cancelUnits, placeOrder } from "~tests/support/placed-orders";
import { addAffiliate, openShop, type Shop, touchOf } from "~tests/support/shops";

const EUR = "EUR" as Currency;

onEachDatabase((open) => {
  it("numbers a program's steps without gaps, also when two hands take one at once", async () => {
    const world = await open();
    const shop = await openShop(world);
    const other = world.connect();
    const taken = await Promise.all(
      Array.from({ length: 12 }, (_, at) => transact(at % 2 === 0 ? world.db : other, (tx) => takeNextStep(tx, shop.brandId))),
    );
    expect(taken.map(({ programSeq }) => programSeq).sort((one, two) => one - two)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    expect(new Set(taken.map(({ programId }) => programId))).toEqual(new Set([shop.programId]));
    await expect(transact(world.db, (tx) => takeNextStep(tx, "brd_none" as BrandId))).rejects.toThrow();
  });

  it("gives a step back with its transaction", async () => {
    const world = await open();
    const shop = await openShop(world);
    const failing = transact(world.db, async (tx) => {
      await takeNextStep(tx, shop.brandId);
      throw new Error("no order after all");
    });
    await expect(failing).rejects.toThrow("after all");
    expect((await transact(world.db, (tx) => takeNextStep(tx, shop.brandId))).programSeq).toBe(1);
  });

  it("marks steps decided in their order only, each once", async () => {
    const world = await open();
    const { programId, brandId } = await openShop(world);
    const advance = (programSeq: number) => transact(world.db, (tx) => advanceDecided(tx, { programId, programSeq }));
    expect([await advance(2), await advance(1), await advance(1), await advance(2)]).toEqual([false, true, false, true]);
    expect(await getProgramTerms(world.db.query, programId)).toMatchObject({ decidedSeq: 2, model: "last_touch", windowDays: 30 });
    expect(await getWindowDays(world.db.query, brandId)).toBe(30);
    await expect(getProgramTerms(world.db.query, "prg_none" as ProgramId)).rejects.toThrow();
  });

  it("reads the versions of a rule, the oldest first", async () => {
    const world = await open();
    const { programId, brandId } = await openShop(world);
    const now = world.clock.now();
    const rule = { programId, brandId, createdAt: now, createdBy: null, effectiveFrom: now };
    await transact(world.db, (tx) => insertRule(tx, { ...rule, ruleId: "rul_z" as RuleId, rateBps: 800 as Bps }));
    const { rules } = await getProgramTerms(world.db.query, programId);
    expect(rules.map(({ rateBps }) => rateBps)).toEqual([1_000, 800]);
    expect(rules[1]).toEqual({ ruleId: "rul_z", effectiveFrom: now, rateBps: 800 });
  });

  it("reads an order's lines with what they were frozen with, and what was decided about them", async () => {
    const world = await open();
    const shop = await openShop(world);
    const touches = [touchOf(await addAffiliate(world, "mia"), { at: world.clock.now() - 1, id: "tch" })];
    const order = await placeOrder(world, shop, { lines: [{ quantity: 2, unitPriceMinor: 600, touches }] });
    const [line] = await listLinesToDecide(world.db.query, order.orderId);
    expect(line).toMatchObject({ orderLineId: order.lines[0]?.orderLineId, quantity: 2, baseMinor: 1_000, path: { touches } });
    await expect(getDecided(world.db.query, order.orderId)).rejects.toThrow();
    expect(await findExplanation(world.db.query, line?.orderLineId ?? ("" as OrderLineId))).toBeNull();
    const sold = await sellShared(world);
    const soldLine = sold.order.lines[0]?.orderLineId as OrderLineId;
    expect((await getDecided(world.db.query, sold.order.orderId)).lines[0]?.credits.map(({ ppm }) => ppm)).toEqual([500_000, 500_000]);
    expect((await findExplanation(world.db.query, soldLine))?.totalMinor).toBe(300);
    expect((await listLineParts(world.db.query, soldLine)).size).toBe(2);
  });

  it("decides about a line and an affiliate once, earns once, and takes a part back once a step", async () => {
    const world = await open();
    const shop = await openShop(world);
    const affiliateId = await addAffiliate(world, "mia");
    const { order, commission } = await earn(world, { shop, affiliateId });
    const reversal = {
      ...{ reversalId: "rev_1", commissionId: commission.commissionId, touchId: "tch_1" as TouchId, orderLineId: commission.orderLineId },
      ...{
        brandId: shop.brandId,
        affiliateId,
        cause: "cancel" as const,
        programSeq: 2,
        amountMinor: minor(40),
        reversedAt: world.clock.now(),
      },
    };
    await transact(world.db, (tx) => insertReversals(tx, [reversal]));
    const refusals = await Promise.all(
      [
        transact(world.db, (tx) => insertCommissions(tx, [{ ...commission, commissionId: "com_2" as CommissionId }])),
        transact(world.db, (tx) => insertReversals(tx, [{ ...reversal, reversalId: "rev_2" }])),
      ].map((attempt) => attempt.then(() => "written", isDuplicate)),
    );
    expect(refusals).toEqual([true, true]);
    const parts = await listLineParts(world.db.query, commission.orderLineId);
    expect(parts.get("tch_1" as TouchId)).toEqual({
      ...{ commissionId: "com_1", affiliateId, touchId: "tch_1", accruedMinor: 100, owedFrom: "affiliate_pending" },
    });
    await world.db.query.updateTable("commissions").set({ state: "paid" }).execute();
    expect((await listLineParts(world.db.query, commission.orderLineId)).get("tch_1" as TouchId)?.owedFrom).toBe("affiliate_payable");
    expect(order.lines).toHaveLength(1);
  });

  it("counts what earlier steps took back of a line", async () => {
    const world = await open();
    const shop = await openShop(world);
    const order = await placeOrder(world, shop, { lines: [{ quantity: 3, unitPriceMinor: 1_200, touches: [] }] });
    const [line] = order.lines;
    if (line === undefined) throw new Error("no line");
    await cancelUnits(world, shop, order, [{ line, quantity: 1 }]);
    await cancelUnits(world, shop, order, [{ line, quantity: 2 }]);
    const before = (programSeq: number) => readBackBefore(world.db.query, { orderLineId: line.orderLineId, programSeq });
    expect(await Promise.all([before(2), before(3), before(4)])).toEqual([
      { units: 0, baseMinor: 0 },
      { units: 1, baseMinor: 1_000 },
      { units: 3, baseMinor: 3_000 },
    ]);
  });

  it("chains entries currency by currency, and refuses the same entry twice", async () => {
    const world = await open();
    const shop = await openShop(world);
    const order = await placeOrder(world, shop, { lines: [{ quantity: 1, unitPriceMinor: 100, touches: [] }] });
    const cause = { eventId: order.eventId, occurredAt: world.clock.now() };
    const topUp = (subjectId: string, currency: Currency = EUR) =>
      postTopUp({ brandId: shop.brandId, currency, subjectId, amountMinor: minor(500) });
    const append = (entries: Parameters<typeof appendEntries>[3]) =>
      transact(world.db, (tx) => appendEntries(tx, world.deps, cause, entries));
    await append([topUp("a"), null, topUp("b"), topUp("c", "JPY" as Currency)]);
    await append([postFeesWithdrawn({ currency: EUR, subjectId: "w", amountMinor: minor(5) })]);
    const entries = await listEntries(world.db.query, { currency: EUR, afterSeq: 0, limit: 9 });
    expect(entries.map(({ seq, subjectId }) => [seq, subjectId])).toEqual([
      [1, "a"],
      [2, "b"],
      [3, "w"],
    ]);
    expect(entries.every(isHashTrue)).toBe(true);
    expect(entries[1]?.previousHash).toBe(entries[0]?.hash);
    expect((await listHeads(world.db.query)).map(({ currency, seq }) => [currency, seq])).toEqual([
      ["EUR", 3],
      ["JPY", 1],
    ]);
    expect(await listBalances(world.db.query)).toContainEqual({ currency: "EUR", account: "provider_clearing", amountMinor: 1_000 });
    expect(await append([topUp("a")]).then(() => "written", isDuplicate)).toBe(true);
  });

  it("loses no entry of two hands that book at once", async () => {
    const world = await open();
    const shop = await openShop(world);
    const order = await placeOrder(world, shop, { lines: [{ quantity: 1, unitPriceMinor: 100, touches: [] }] });
    const other = world.connect();
    await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        transact(at % 2 === 0 ? world.db : other, (tx) =>
          appendEntries(tx, world.deps, { eventId: order.eventId as EventId, occurredAt: world.clock.now() }, [
            postTopUp({ brandId: shop.brandId, currency: EUR, subjectId: String(at), amountMinor: minor(1) }),
          ]),
        ),
      ),
    );
    const entries = await listEntries(world.db.query, { currency: EUR, afterSeq: 0, limit: 99 });
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 }, (_, at) => at + 1));
    expect(entries.slice(1).every((entry, index) => entry.previousHash === entries[index]?.hash)).toBe(true);
  });
});

type Earning = { readonly shop: Shop; readonly affiliateId: AffiliateId };

/** A line on which one affiliate earned 1.00 by one touch, written row by row. */
async function earn(world: World, { shop, affiliateId }: Earning) {
  const order = await placeOrder(world, shop, { lines: [{ quantity: 1, unitPriceMinor: 1_200, touches: [] }] });
  const orderLineId = order.lines[0]?.orderLineId as OrderLineId;
  const about = { orderId: order.orderId as OrderId, orderLineId, brandId: shop.brandId, affiliateId };
  const sold = await sellShared(world);
  const explanation = await findExplanation(world.db.query, sold.order.lines[0]?.orderLineId as OrderLineId);
  if (explanation === null) throw new Error("nothing explained");
  const now = world.clock.now();
  const decision = { ...about, decisionId: "dec_1" as DecisionId, programId: shop.programId, commissionMinor: minor(100), reason: null };
  const commission: NewCommission = {
    ...{ ...about, commissionId: "com_1" as CommissionId, decisionId: decision.decisionId, currency: EUR, accruedMinor: minor(100) },
    ...{ accruedAt: now, parts: [{ touchId: "tch_1" as TouchId, ppm: 1_000_000 as Ppm, accruedMinor: minor(100) }] },
  };
  await transact(world.db, async (tx) => {
    await insertDecisions(tx, [{ ...decision, explanation, decidedAt: now }]);
    await insertCommissions(tx, [commission]);
  });
  const again = transact(world.db, (tx) =>
    insertDecisions(tx, [{ ...decision, decisionId: "dec_2" as DecisionId, explanation, decidedAt: now }]),
  );
  expect(await again.then(() => "written", isDuplicate)).toBe(true);
  return { order, commission };
}
