import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MINUTE_MS } from "~/domain/kernel/instant";
import { minor } from "~/domain/kernel/money";
import { readBag } from "~/services/read-bag";
import { runAudit } from "~/services/run-audit";
import { settleCheckout } from "~/services/settle-checkout";
import { buyingDeps, getReady, pay, type Ready, sell } from "~tests/support/checkout-world";
import { onEachDatabase, type World } from "~tests/support/databases";
import { answerChallenge, startProvider, type TestProvider } from "~tests/support/payments-provider";

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider?.stop());

const ordersOf = (world: World) =>
  world.db.query.selectFrom("orders").select(["state", "total_minor", "program_seq", "new_customer"]).orderBy("total_minor").execute();
const eventsOf = async (world: World, type: string) => world.db.query.selectFrom("events").selectAll().where("type", "=", type).execute();
const stockOf = async (world: World) =>
  world.db.query.selectFrom("stock_levels").select(["variant_id", "on_hand", "reserved"]).orderBy("variant_id").execute();
const written = async (world: World) => {
  const counts: { readonly n: number }[] = [];
  for (const table of ["orders", "payments", "reservations", "payment_facts"] as const) {
    counts.push(
      await world.db.query
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow(),
    );
  }
  return counts.map(({ n }) => Number(n));
};

async function twoBrands(open: () => Promise<World>) {
  const world = await open();
  const deps = buyingDeps(world, provider);
  const brume = await sell(world, deps, { slug: "brume" });
  const seve = await sell(world, deps, { slug: "seve", taxInclusive: false, priceMinor: 1_000 });
  return { world, deps, brume, seve };
}

onEachDatabase((open) => {
  it("places one order per brand, with one payment each, all at once", async () => {
    const { world, deps, brume, seve } = await twoBrands(open);
    const ready = await getReady(deps, {
      lines: [
        { variantId: brume.variantId, quantity: 2 },
        { variantId: seve.variantId, quantity: 1 },
      ],
    });
    // 2 × 29.99 + 4.90; (10.00 + 4.90) + 20 % on top.
    expect(ready.seenTotalMinor).toBe(6_488 + 1_788);
    expect(await pay(deps, ready)).toEqual({ ok: true, value: { kind: "placed", checkoutId: ready.checkoutId } });
    expect(await ordersOf(world)).toEqual([
      { state: "placed", total_minor: 1_788, program_seq: 1, new_customer: 1 },
      { state: "placed", total_minor: 6_488, program_seq: 1, new_customer: 1 },
    ]);
    expect(await eventsOf(world, "order.placed")).toHaveLength(2);
    expect(await stockOf(world)).toEqual([
      { variant_id: brume.variantId, on_hand: 98, reserved: 0 },
      { variant_id: seve.variantId, on_hand: 99, reserved: 0 },
    ]);
    expect((await readBag(deps, ready.key)).units).toBe(0);
    const payments = await world.db.query.selectFrom("payments").select(["id", "amount_minor", "card"]).execute();
    for (const payment of payments) {
      expect(JSON.parse(payment.card ?? "")).toMatchObject({ last4: "4242" });
      expect(await provider.payments.find(payment.id as never)).toMatchObject({ state: "authorised", amountMinor: payment.amount_minor });
    }
  });

  it("fails all orders when the bank refuses, gives the stock back, and keeps the bag", async () => {
    const { world, deps, brume, seve } = await twoBrands(open);
    const lines = [brume, seve].map(({ variantId }) => ({ variantId, quantity: 1 }));
    const ready = await getReady(deps, { lines, typed: { number: "4000 0000 0000 9995" } });
    expect(await pay(deps, ready)).toEqual({
      ok: true,
      value: { kind: "failed", checkoutId: ready.checkoutId, reason: "insufficient_funds" },
    });
    expect((await ordersOf(world)).map(({ state }) => state)).toEqual(["failed", "failed"]);
    expect((await stockOf(world)).map(({ reserved, on_hand }) => [on_hand, reserved])).toEqual([
      [100, 0],
      [100, 0],
    ]);
    expect((await readBag(deps, ready.key)).units).toBe(2);
    expect(await eventsOf(world, "order.placed")).toEqual([]);
    expect(await eventsOf(world, "checkout.failed")).toHaveLength(1);
  });

  it("answers the same key the same, also in parallel, and refuses another body under it", async () => {
    const { world, deps, brume, seve } = await twoBrands(open);
    const ready = await getReady(deps, { lines: [brume, seve].map(({ variantId }) => ({ variantId, quantity: 1 })) });
    const answers = await Promise.all(Array.from({ length: 100 }, () => pay(deps, ready)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: true, value: { kind: "placed", checkoutId: ready.checkoutId } })]),
    );
    expect(await ordersOf(world)).toHaveLength(2);
    expect(await written(world)).toEqual([2, 2, 2, 4]);
    const other = await pay(deps, ready, { seenTotalMinor: minor(ready.seenTotalMinor + 1) });
    expect(other).toEqual({ ok: false, error: { kind: "key_reused" } });
    const restarted = { ...buyingDeps(world, provider), db: world.connect() };
    expect(await pay(restarted, ready)).toEqual(answers[0]);
  });

  it("refuses a second key while the first is at work or done", async () => {
    const { deps, brume } = await twoBrands(open);
    const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }], typed: { number: "4000 0027 6000 3184" } });
    expect(await pay(deps, ready)).toMatchObject({ ok: true, value: { kind: "challenge" } });
    expect(await pay(deps, ready, { payKey: "another" })).toEqual({ ok: false, error: { kind: "already_paying" } });
  });

  it("leads through one challenge for all brands, and places once it is confirmed", async () => {
    const { world, deps, brume, seve } = await twoBrands(open);
    const lines = [brume, seve].map(({ variantId }) => ({ variantId, quantity: 1 }));
    const ready = await getReady(deps, { lines, typed: { number: "4000 0027 6000 3184" } });
    const answer = await pay(deps, ready);
    if (!answer.ok || answer.value.kind !== "challenge") throw new Error(JSON.stringify(answer));
    expect((await ordersOf(world)).map(({ state }) => state)).toEqual(["awaiting_payment", "awaiting_payment"]);
    await answerChallenge(answer.value.url, "confirm");
    const settled = await settleCheckout(deps, { checkoutId: ready.checkoutId, by: ready.by });
    expect(settled).toMatchObject({ ok: true, value: { kind: "placed" } });
    expect((await ordersOf(world)).map(({ state }) => state)).toEqual(["placed", "placed"]);
  });

  it("fails after fifteen minutes without an answer, and never places what succeeds later", async () => {
    const { world, deps, brume } = await twoBrands(open);
    const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }], typed: { number: "4000 0027 6000 3184" } });
    const answer = await pay(deps, ready);
    if (!answer.ok || answer.value.kind !== "challenge") throw new Error(JSON.stringify(answer));
    await answerChallenge(answer.value.url, "confirm");
    world.clock.advance(15 * MINUTE_MS);
    const settled = await settleCheckout(deps, { checkoutId: ready.checkoutId, by: ready.by });
    expect(settled).toMatchObject({ ok: true, value: { kind: "failed", reason: "timeout" } });
    expect(await stockOf(world)).toContainEqual({ variant_id: brume.variantId, on_hand: 100, reserved: 0 });
  });

  describe("what changed since the shopper agreed", () => {
    it("is told line by line, and nothing is written", async () => {
      const { world, deps, brume, seve } = await twoBrands(open);
      const lines = [
        { variantId: brume.variantId, quantity: 3 },
        { variantId: seve.variantId, quantity: 1 },
      ];
      const ready = await getReady(deps, { lines });
      await world.db.query.updateTable("stock_levels").set({ on_hand: 2 }).where("variant_id", "=", brume.variantId).execute();
      await world.db.query.updateTable("variants").set({ price_minor: 1_200 }).where("id", "=", seve.variantId).execute();
      expect(await pay(deps, ready)).toEqual({
        ok: false,
        error: {
          kind: "lines_changed",
          lines: [
            { variantId: brume.variantId, title: "Title brume-p", change: { kind: "short", available: 2 } },
            { variantId: seve.variantId, title: "Title seve-p", change: { kind: "price", fromMinor: 1_000, toMinor: 1_200 } },
          ],
        },
      });
      expect(await written(world)).toEqual([0, 0, 0, 0]);
      expect((await stockOf(world)).map(({ reserved }) => reserved)).toEqual([0, 0]);
    });

    it("is a new total when shipping costs more", async () => {
      const { world, deps, brume } = await twoBrands(open);
      const ready = await getReady(deps, { lines: [{ variantId: brume.variantId, quantity: 1 }] });
      await world.db.query.updateTable("shipping_options").set({ amount_minor: 700 }).where("country", "=", "FR").execute();
      expect(await pay(deps, ready)).toEqual({ ok: false, error: { kind: "total_changed", totalMinor: 3_699 } });
      expect(await written(world)).toEqual([0, 0, 0, 0]);
    });
  });

  it("sells exactly what there is to buyers who come at once, and refuses nobody wrongly", async () => {
    const world = await open();
    const deps = buyingDeps(world, provider);
    const { variantId } = await sell(world, deps, { slug: "rare", onHand: 40 });
    const buyers: Ready[] = [];
    for (let buyer = 0; buyer < 200; buyer++) buyers.push(await getReady(deps, { lines: [{ variantId, quantity: 1 }] }));
    const answers = await Promise.all(buyers.map((ready) => pay(deps, ready)));
    const kinds = answers.map((answer) => (answer.ok ? answer.value.kind : answer.error.kind));
    expect(kinds.filter((kind) => kind === "placed")).toHaveLength(40);
    expect(kinds.filter((kind) => kind === "lines_changed")).toHaveLength(160);
    expect(await stockOf(world)).toEqual([{ variant_id: variantId, on_hand: 0, reserved: 0 }]);
    const sequences = (await ordersOf(world)).map(({ program_seq }) => program_seq).sort((left, right) => Number(left) - Number(right));
    expect(sequences).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    expect((await runAudit(world.deps)).findings.filter(({ count, severity }) => count > 0 && severity === "critical")).toEqual([]);
  });
});
