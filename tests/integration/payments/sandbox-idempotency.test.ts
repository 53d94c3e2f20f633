import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PaymentId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import { PaymentsRefused } from "~/domain/payments/payments-fault";
import type { ProviderPayment } from "~/ports/payments";
import {
  authoriseWith,
  bookedPayment,
  capturedWith,
  cardEntry,
  currency,
  first,
  groupOf,
  newId,
  wanted,
} from "~tests/support/card-payments";
import { startProvider, type TestProvider } from "~tests/support/payments-provider";

const TIMES = 100;

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider?.stop());

async function inParallel<Result>(call: () => Promise<Result>): Promise<readonly Result[]> {
  return Promise.all(Array.from({ length: TIMES }, call));
}

/** Every change since the beginning, so that anything done twice would show. */
async function changes(): Promise<readonly ProviderPayment[]> {
  const all: ProviderPayment[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await provider.payments.listChanges(cursor);
    all.push(...page.payments);
    if (page.cursor === null) return all;
    cursor = page.cursor;
  }
}

it(`authorises one payment when ${TIMES} ask at once`, async () => {
  const group = groupOf(provider, { entryId: await cardEntry(provider) });
  const answers = await inParallel(() => provider.payments.authorise(group));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect((await changes()).filter(({ paymentId }) => paymentId === group.payments[0]?.paymentId)).toHaveLength(1);
});

it(`captures and refunds once when ${TIMES} ask at once`, async () => {
  const { payment } = await authoriseWith(provider, "4242424242424242");
  const { paymentId } = payment;
  await inParallel(() => provider.payments.capture({ paymentId, amountMinor: minor(4_000) }));
  const refundId = newId("ref");
  await inParallel(() => provider.payments.refund({ paymentId, refundId, amountMinor: minor(1_500) }));
  expect(await bookedPayment(provider, paymentId)).toMatchObject({
    capturedMinor: 4_000,
    refundedMinor: 1_500,
    refunds: [{ refundId, amountMinor: 1_500 }],
  });
  await provider.control.settle();
  const { settlements } = await provider.payments.listSettlements(null);
  expect(settlements.at(-1)).toMatchObject({ currency: "EUR", grossMinor: 2_500, costMinor: 81 });
});

it("opens one entry when many ask at once", async () => {
  const entryKey = newId("key");
  const entries = await inParallel(() => provider.payments.openCardEntry({ entryKey, customer: null }));
  expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(1);
});

describe("the same id with something else is refused, and nothing changes:", () => {
  const conflict = { name: "PaymentsRefused", retry: false, refusal: "conflict" };

  it("a group with another amount, currency or payment", async () => {
    const group = groupOf(provider, { entryId: await cardEntry(provider) }, [wanted(), wanted()]);
    const answer = await provider.payments.authorise(group);
    const [one, two] = group.payments;
    if (one === undefined || two === undefined) throw new Error("The group has two payments.");
    for (const payments of [
      [one, { ...two, amountMinor: minor(1) }],
      [one, { ...two, currency: currency("USD") }],
      [one],
      [one, two, wanted()],
      [one, wanted()],
    ]) {
      await expect(provider.payments.authorise({ ...group, payments })).rejects.toMatchObject(conflict);
    }
    expect(await provider.payments.authorise({ ...group, payments: [two, one] })).toEqual(answer);
  });

  it("a payment in another group", async () => {
    const { payment, entryId } = await authoriseWith(provider, "4242424242424242");
    const other = wanted();
    const group = groupOf(provider, { entryId }, [other, wanted({ paymentId: payment.paymentId })]);
    await expect(provider.payments.authorise(group)).rejects.toMatchObject(conflict);
    expect(await provider.payments.find(other.paymentId)).toBeNull();
  });

  it("a capture or refund of another amount, a refund of another payment", async () => {
    const { paymentId } = await capturedWith(provider, "4242424242424242");
    const other = await capturedWith(provider, "4242424242424242");
    const refundId = newId("ref");
    await provider.payments.refund({ paymentId, refundId, amountMinor: minor(100) });
    const calls = [
      () => provider.payments.capture({ paymentId, amountMinor: minor(4_289) }),
      () => provider.payments.refund({ paymentId, refundId, amountMinor: minor(101) }),
      () => provider.payments.refund({ paymentId: other.paymentId, refundId, amountMinor: minor(100) }),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject(conflict);
    expect(await bookedPayment(provider, paymentId)).toMatchObject({ capturedMinor: 4_290, refundedMinor: 100 });
    expect(await bookedPayment(provider, other.paymentId)).toMatchObject({ refundedMinor: 0 });
  });
});

describe("limits", () => {
  it("no more is captured than authorised, none given back that was not taken", async () => {
    const tooMuch = { refusal: "too_much" };
    const { payment } = await authoriseWith(provider, "4242424242424242");
    const { paymentId } = payment;
    await expect(provider.payments.refund({ paymentId, refundId: newId("ref"), amountMinor: minor(1) })).rejects.toMatchObject(tooMuch);
    await expect(provider.payments.capture({ paymentId, amountMinor: minor(4_291) })).rejects.toMatchObject(tooMuch);
    await provider.payments.capture({ paymentId, amountMinor: minor(1_000) });
    await provider.payments.refund({ paymentId, refundId: newId("ref"), amountMinor: minor(999) });
    await expect(provider.payments.refund({ paymentId, refundId: newId("ref"), amountMinor: minor(2) })).rejects.toMatchObject(tooMuch);
    expect(await bookedPayment(provider, paymentId)).toMatchObject({ capturedMinor: 1_000, refundedMinor: 999 });
  });

  it("pending refunds count as given back", async () => {
    const { paymentId } = await capturedWith(provider, "4000000000007726");
    await provider.payments.refund({ paymentId, refundId: newId("ref"), amountMinor: minor(4_000) });
    const more = provider.payments.refund({ paymentId, refundId: newId("ref"), amountMinor: minor(291) });
    await expect(more).rejects.toBeInstanceOf(PaymentsRefused);
  });

  it("nothing is known of an unknown payment", async () => {
    const paymentId = newId("pay") as PaymentId;
    expect(await provider.payments.find(paymentId)).toBeNull();
    await expect(provider.payments.capture({ paymentId, amountMinor: minor(1) })).rejects.toMatchObject({ refusal: "not_found" });
  });
});

describe("canceling", () => {
  it("lets an authorisation go, and then nothing is captured", async () => {
    const { payment } = await authoriseWith(provider, "4242424242424242");
    const canceled = await provider.payments.cancel(payment.paymentId);
    expect(canceled).toMatchObject({ state: "canceled", capturedMinor: 0 });
    expect(await provider.payments.cancel(payment.paymentId)).toEqual(canceled);
    expect(await provider.payments.capture({ paymentId: payment.paymentId, amountMinor: minor(1) })).toEqual(canceled);
  });

  it("leaves what was captured", async () => {
    const payment = await capturedWith(provider, "4242424242424242");
    expect(await provider.payments.cancel(payment.paymentId)).toEqual(payment);
  });

  it("of a payment nobody heard of yet keeps it from ever being authorised", async () => {
    const late = wanted();
    const canceled = await provider.payments.cancel(late.paymentId);
    expect(canceled).toMatchObject({ state: "canceled", currency: null, amountMinor: 0, card: null });
    const sibling = wanted();
    const answer = await provider.payments.authorise(groupOf(provider, { entryId: await cardEntry(provider) }, [late, sibling]));
    expect(first(answer)).toMatchObject({ paymentId: late.paymentId, state: "canceled", amountMinor: 4_290, currency: "EUR" });
    expect(answer.payments[1]).toMatchObject({ state: "authorised" });
  });
});

describe("the list of changes", () => {
  it("has every payment once, at the place of its last change, and pages through hundreds", async () => {
    const entryId = await cardEntry(provider);
    const start = (await changes()).length;
    const group = groupOf(
      provider,
      { entryId },
      Array.from({ length: 50 }, () => wanted()),
    );
    const groups = [
      group,
      ...[1, 2, 3].map(() =>
        groupOf(
          provider,
          { entryId },
          [...Array(50).keys()].map(() => wanted()),
        ),
      ),
    ];
    for (const each of groups) await provider.payments.authorise(each);
    const [touched] = group.payments;
    if (touched === undefined) throw new Error("The group has payments.");
    await provider.payments.capture({ paymentId: touched.paymentId, amountMinor: minor(1) });
    const all = await changes();
    expect(all.length - start).toBe(200);
    expect(new Set(all.map(({ paymentId }) => paymentId)).size).toBe(all.length);
    expect(all.at(-1)).toMatchObject({ paymentId: touched.paymentId, state: "captured" });
  });
});
