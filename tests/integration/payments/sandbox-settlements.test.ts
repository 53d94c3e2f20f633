import { afterAll, beforeAll, expect, it } from "vitest";
import { minor } from "~/domain/kernel/money";
import { capturedWith, newId, wanted } from "~tests/support/card-payments";
import { startProvider, type TestProvider } from "~tests/support/payments-provider";

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider?.stop());

const refund = (paymentId: Parameters<TestProvider["payments"]["find"]>[0], amountMinor: number) =>
  provider.payments.refund({ paymentId, refundId: newId("ref"), amountMinor: minor(amountMinor) });

/** Settles now and returns the batches of it. */
async function settled() {
  const { cursor } = await provider.payments.listSettlements(null);
  const count = await provider.control.settle();
  const { settlements } = await provider.payments.listSettlements(cursor);
  expect(settlements).toHaveLength(count);
  return settlements.map(({ currency, grossMinor, costMinor }) => ({ currency, grossMinor, costMinor }));
}

it("pays nothing out of nothing", async () => {
  expect(await settled()).toEqual([]);
  expect(await provider.payments.listSettlements(null)).toEqual({ settlements: [], cursor: null });
});

it("pays out a capture less 1.4 % and 25 cents, the worked example", async () => {
  await capturedWith(provider, "4242424242424242", wanted({ amountMinor: 5_897 }));
  expect(await settled()).toEqual([{ currency: "EUR", grossMinor: 5_897, costMinor: 108 }]);
  expect(await settled()).toEqual([]);
});

it("makes one batch per currency, rounding each capture by itself", async () => {
  for (const amountMinor of [1_250, 1_250, 1_285]) await capturedWith(provider, "4242424242424242", wanted({ amountMinor }));
  await capturedWith(provider, "4242424242424242", wanted({ amountMinor: 12_800, code: "JPY" }));
  await capturedWith(provider, "4242424242424242", wanted({ amountMinor: 10_000, code: "KWD" }));
  expect(await settled()).toEqual([
    { currency: "EUR", grossMinor: 3_785, costMinor: 43 + 43 + 43 },
    { currency: "JPY", grossMinor: 12_800, costMinor: 204 },
    { currency: "KWD", grossMinor: 10_000, costMinor: 390 },
  ]);
});

it("never costs more than was captured", async () => {
  await capturedWith(provider, "4242424242424242", wanted({ amountMinor: 10 }));
  expect(await settled()).toEqual([{ currency: "EUR", grossMinor: 10, costMinor: 10 }]);
});

it("takes refunds off, below zero if need be, and gives no cost back", async () => {
  const { paymentId } = await capturedWith(provider, "4242424242424242");
  await settled();
  await refund(paymentId, 2_699);
  expect(await settled()).toEqual([{ currency: "EUR", grossMinor: -2_699, costMinor: 0 }]);
});

it("counts a pending refund when it succeeds, and a failed one back when it fails", async () => {
  const pending = await capturedWith(provider, "4000000000007726");
  const failing = await capturedWith(provider, "4000000000005126");
  await settled();
  await refund(pending.paymentId, 1_000);
  await refund(failing.paymentId, 500);
  expect(await settled()).toEqual([{ currency: "EUR", grossMinor: -500, costMinor: 0 }]);
  await provider.control.runFollowUps();
  expect(await settled()).toEqual([{ currency: "EUR", grossMinor: -1_000 + 500, costMinor: 0 }]);
});

it("settles by itself when the time has come, and keeps settlements over a restart", async () => {
  const own = await startProvider({ env: { SETTLE_SECONDS: "1" } });
  await capturedWith(own, "4242424242424242");
  await expect.poll(async () => (await own.payments.listSettlements(null)).settlements.length, { timeout: 30_000 }).toBe(1);
  const before = await own.payments.listSettlements(null);
  await own.kill();
  await own.restart();
  expect(await own.payments.listSettlements(null)).toEqual(before);
  await own.stop();
});
