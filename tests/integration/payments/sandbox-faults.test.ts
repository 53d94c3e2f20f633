import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { PaymentId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import { PaymentsUnreachable } from "~/domain/payments/payments-fault";
import type { PaymentGroup, Payments } from "~/ports/payments";
import { authoriseWith, bookedPayment, capturedWith, cardEntry, first, groupOf, newId, wanted } from "~tests/support/card-payments";
import { startProvider, type TestProvider, typeCard } from "~tests/support/payments-provider";

/** So much later than the impatient give up that a busy machine looks in time. */
const LATE_MS = 6_000;
/** How long something that must happen may take on a busy machine. */
const SOON = { timeout: 30_000 };

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterEach(() => provider.control.setFaults());
afterAll(() => provider?.stop());

const WITHOUT_EFFECT = ["timeout_before", "error_before"] as const;
const WITH_EFFECT = ["timeout_after", "error_after", "lose_reply"] as const;

/** A fault that leaves the caller waiting is met with little patience. */
function clientFor(fault: string): Payments {
  return fault.startsWith("timeout") ? provider.impatient : provider.payments;
}

/** No answer came, and the caller is told to try again. */
async function expectNoAnswer(call: Promise<unknown>): Promise<void> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PaymentsUnreachable);
  expect(error).toMatchObject({ retry: true });
}

async function newGroup(): Promise<{ readonly group: PaymentGroup; readonly paymentId: PaymentId }> {
  const payment = wanted();
  return { group: groupOf(provider, { entryId: await cardEntry(provider) }, [payment]), paymentId: payment.paymentId };
}

describe("without an answer, and without effect:", () => {
  it.each(WITHOUT_EFFECT)("%s", async (fault) => {
    const { group, paymentId } = await newGroup();
    await provider.control.setFaults({ on: "authorise", fault });
    await expectNoAnswer(clientFor(fault).authorise(group));
    expect(await provider.payments.find(paymentId)).toBeNull();
    expect(first(await provider.payments.authorise(group))).toMatchObject({ state: "authorised" });
  });
});

describe("without an answer, but with the effect:", () => {
  it.each(WITH_EFFECT)("%s", async (fault) => {
    const { group, paymentId } = await newGroup();
    await provider.control.setFaults({ on: "authorise", fault });
    await expectNoAnswer(clientFor(fault).authorise(group));
    const booked = await bookedPayment(provider, paymentId);
    expect(booked.state).toBe("authorised");
    expect(first(await provider.payments.authorise(group))).toEqual(booked);
  });

  it.each(WITH_EFFECT)("%s, of capture, refund and cancel", async (fault) => {
    const { payment } = await authoriseWith(provider, "4242424242424242");
    const { paymentId } = payment;
    const refund = { paymentId, refundId: newId("ref"), amountMinor: minor(100) };
    await provider.control.setFaults(...(["capture", "refund", "cancel"] as const).map((on) => ({ on, fault })));
    await expectNoAnswer(clientFor(fault).capture({ paymentId, amountMinor: minor(400) }));
    await expectNoAnswer(clientFor(fault).refund(refund));
    expect(await provider.payments.refund(refund)).toMatchObject({ capturedMinor: 400, refundedMinor: 100 });
    const other = await authoriseWith(provider, "4242424242424242");
    await expectNoAnswer(clientFor(fault).cancel(other.payment.paymentId));
    expect(await bookedPayment(provider, other.payment.paymentId)).toMatchObject({ state: "canceled" });
  });
});

describe("late", () => {
  it("an answer within the patience is an answer", async () => {
    await provider.control.setFaults({ on: "find", fault: "delay", delayMs: 200 });
    const started = performance.now();
    expect(await provider.payments.find(newId("pay") as PaymentId)).toBeNull();
    expect(performance.now() - started).toBeGreaterThan(190);
  });

  it("an answer beyond it is none, though the effect comes", async () => {
    const { group, paymentId } = await newGroup();
    await provider.control.setFaults({ on: "authorise", fault: "delay", delayMs: LATE_MS });
    await expectNoAnswer(provider.impatient.authorise(group));
    expect(await provider.payments.find(paymentId)).toBeNull();
    await expect.poll(async () => (await provider.payments.find(paymentId))?.state, SOON).toBe("authorised");
  });

  it("a late authorisation of a canceled payment stays canceled", async () => {
    const { group, paymentId } = await newGroup();
    await provider.control.setFaults({ on: "authorise", fault: "delay", delayMs: LATE_MS });
    await expectNoAnswer(provider.impatient.authorise(group));
    await provider.payments.cancel(paymentId);
    await expect.poll(async () => (await bookedPayment(provider, paymentId)).amountMinor, SOON).toBe(4_290);
    expect(await bookedPayment(provider, paymentId)).toMatchObject({ state: "canceled" });
  });
});

it("faults meet as many calls as ordered, of the kind ordered", async () => {
  await provider.control.setFaults({ on: "any", fault: "error_before", times: 2 });
  const ask = (): Promise<unknown> => provider.payments.find(newId("pay") as PaymentId);
  await expectNoAnswer(ask());
  await expectNoAnswer(ask());
  expect(await ask()).toBeNull();
});

it("a provider that is not there brings no answer, and neither does one that speaks nonsense", async () => {
  await provider.kill();
  await expectNoAnswer(provider.payments.find(newId("pay") as PaymentId));
  await provider.restart();
  expect(await provider.payments.find(newId("pay") as PaymentId)).toBeNull();
});

describe("killed", () => {
  it("before the effect: nothing happened, and the same call succeeds after the restart", async () => {
    const { group, paymentId } = await newGroup();
    await provider.control.crashAt("authorise", "before_commit");
    await expectNoAnswer(provider.payments.authorise(group));
    await provider.ended();
    await provider.restart();
    expect(await provider.payments.find(paymentId)).toBeNull();
    expect(first(await provider.payments.authorise(group))).toMatchObject({ state: "authorised" });
  });

  it("after the effect, before the reply: the books know", async () => {
    const { group, paymentId } = await newGroup();
    await provider.control.crashAt("authorise", "before_reply");
    await expectNoAnswer(provider.payments.authorise(group));
    await provider.ended();
    await provider.restart();
    const booked = await bookedPayment(provider, paymentId);
    expect(booked.state).toBe("authorised");
    expect(first(await provider.payments.authorise(group))).toEqual(booked);
  });

  it.each(["before_commit", "before_reply"] as const)("%s of a capture, a refund and a cancel: each happens once", async (when) => {
    const { paymentId } = (await authoriseWith(provider, "4242424242424242")).payment;
    const refund = { paymentId, refundId: newId("ref"), amountMinor: minor(1_500) };
    const other = (await authoriseWith(provider, "4242424242424242")).payment;
    const calls = [
      ["capture", () => provider.payments.capture({ paymentId, amountMinor: minor(4_000) })],
      ["refund", () => provider.payments.refund(refund)],
      ["cancel", () => provider.payments.cancel(other.paymentId)],
    ] as const;
    for (const [operation, call] of calls) {
      await provider.control.crashAt(operation, when);
      await expectNoAnswer(call());
      await provider.ended();
      await provider.restart();
      await call();
    }
    expect(await bookedPayment(provider, paymentId)).toMatchObject({ capturedMinor: 4_000, refundedMinor: 1_500 });
    expect(await bookedPayment(provider, other.paymentId)).toMatchObject({ state: "canceled" });
  });

  it("after the nth arrival only", async () => {
    const { payment } = await authoriseWith(provider, "4242424242424242");
    await provider.control.crashAt("find", "before_reply", 3);
    const ask = (): Promise<unknown> => provider.payments.find(payment.paymentId);
    expect([await ask(), await ask()]).toEqual([payment, payment]);
    await expectNoAnswer(ask());
    await provider.ended();
    await provider.restart();
  });
});

it("after a restart the books say the same, and cards still behave as they did", async () => {
  const captured = await capturedWith(provider, "4000000000007726");
  const customer = newId("per");
  const entryId = await cardEntry(provider, { number: "4000000000000341" }, customer);
  const saved = await provider.payments.saveCard({ entryId, customer });
  const challenged = await authoriseWith(provider, "4000008260003178");
  const before = await provider.payments.listChanges(null);
  await provider.kill();
  await provider.restart();
  expect(await provider.payments.listChanges(null)).toEqual(before);
  const { paymentId } = captured;
  const refund = await provider.payments.refund({ paymentId, refundId: newId("ref"), amountMinor: minor(10) });
  expect(refund.refunds).toMatchObject([{ state: "pending" }]);
  const again = await provider.payments.authorise(groupOf(provider, { token: saved?.token ?? "" }));
  expect(first(again)).toMatchObject({ state: "declined", declineReason: "declined" });
  const page = await fetch(challenged.challengeUrl ?? "", {
    method: "POST",
    body: new URLSearchParams({ answer: "confirm" }),
    redirect: "manual",
  });
  expect(page.status).toBe(303);
  expect(await bookedPayment(provider, challenged.payment.paymentId)).toMatchObject({ declineReason: "insufficient_funds" });
});

it("a card typed while the reply is lost is there", async () => {
  const { entryId, frameUrl } = await provider.payments.openCardEntry({ entryKey: newId("key"), customer: null });
  await provider.control.setFaults({ on: "typeCard", fault: "lose_reply" });
  await expect(typeCard(frameUrl)).rejects.toThrow();
  expect(await provider.payments.readCardEntry(entryId)).toMatchObject({ card: { last4: "4242" } });
});

it("a stop lets answers end and leaves the books whole", async () => {
  const own = await startProvider({ env: { LOG_LEVEL: "info" } });
  const { payment } = await authoriseWith(own, "4242424242424242");
  expect(readFileSync(`${own.dataDir}/provider.db`).subarray(0, 15).toString()).toBe("SQLite format 3");
  expect(payment.state).toBe("authorised");
  await own.stop();
  expect(own.output()).toContain("provider ready");
  expect(own.output()).not.toContain('"level":50');
});
