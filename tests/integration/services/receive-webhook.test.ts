import { expect, it } from "vitest";
import { providerKeys } from "~/adapters/payments/provider-keys";
import { sandboxPayments } from "~/adapters/payments/sandbox/sandbox-payments";
import { signedHeaders } from "~/adapters/payments/standard-webhooks";
import { plusMs } from "~/domain/kernel/instant";
import type { ShopDeps } from "~/services/deps";
import { receiveWebhook } from "~/services/receive-webhook";
import { onEachDatabase, type World } from "~tests/support/databases";
import { shopDeps } from "~tests/support/paid-orders";
import { placeOrder } from "~tests/support/placed-orders";
import { openShop } from "~tests/support/shops";

const SECRET = "a secret of thirty-two characters";

function deps(world: World): ShopDeps {
  const place = { url: "http://127.0.0.1:9", frameOrigin: "http://127.0.0.1:9", secret: SECRET, clock: world.clock };
  return shopDeps(world, { payments: sandboxPayments(place) });
}

function signed(world: World, id: string, paymentId: string, secret = SECRET) {
  const body = JSON.stringify({ type: "payment.changed", paymentId });
  const timestamp = Math.floor(world.clock.now() / 1_000);
  return { headers: signedHeaders({ id, timestamp, body }, providerKeys(secret).webhooks), body };
}

async function waitingPayment(world: World) {
  const line = { quantity: 1, unitPriceMinor: 1_000, touches: [] };
  await placeOrder(world, await openShop(world), { lines: [line] });
  const later = plusMs(world.clock.now(), 60_000);
  await world.db.query.updateTable("payments").set({ next_look_at: later }).execute();
  const { id: paymentId } = await world.db.query.selectFrom("payments").select("id").executeTakeFirstOrThrow();
  const moved = async () =>
    (await world.db.query.selectFrom("payments").select("next_look_at").executeTakeFirstOrThrow()).next_look_at - later;
  return { paymentId, moved };
}

onEachDatabase((open) => {
  it("puts the payment up for a look, once however often the notice comes", async () => {
    const world = await open();
    const { paymentId, moved } = await waitingPayment(world);
    expect(await receiveWebhook(deps(world), signed(world, "msg_1", paymentId))).toEqual({ ok: true, value: { isNew: true } });
    expect(await moved()).toBe(-60_000);
    await world.db.query
      .updateTable("payments")
      .set({ next_look_at: world.clock.now() + 90_000 })
      .execute();
    const again = await Promise.all([1, 2, 3].map(() => receiveWebhook(deps(world), signed(world, "msg_1", paymentId))));
    expect(again).toEqual([1, 2, 3].map(() => ({ ok: true, value: { isNew: false } })));
    expect(await moved()).toBe(30_000);
  });

  it("takes in what names no payment of ours, and does nothing about it", async () => {
    const world = await open();
    const { moved } = await waitingPayment(world);
    expect(await receiveWebhook(deps(world), signed(world, "msg_2", "pay_other"))).toMatchObject({ ok: true });
    expect(await moved()).toBe(0);
  });

  it("refuses another's signature, a changed body and an old message, and writes nothing", async () => {
    const world = await open();
    const { paymentId, moved } = await waitingPayment(world);
    const genuine = signed(world, "msg_3", paymentId);
    const forged = signed(world, "msg_4", paymentId, "another secret of thirty-two char");
    const refusal = { ok: false, error: { kind: "not_genuine" } };
    expect(await receiveWebhook(deps(world), forged)).toEqual(refusal);
    expect(await receiveWebhook(deps(world), { ...genuine, body: genuine.body.replace(paymentId, "pay_2") })).toEqual(refusal);
    expect(await receiveWebhook(deps(world), { headers: {}, body: genuine.body })).toEqual(refusal);
    world.clock.advance(301_000);
    expect(await receiveWebhook(deps(world), genuine)).toEqual(refusal);
    expect(await world.db.query.selectFrom("webhook_inbox").selectAll().execute()).toEqual([]);
    expect(await moved()).toBe(0);
  });
});
