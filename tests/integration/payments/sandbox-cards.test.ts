import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { minor } from "~/domain/kernel/money";
import type { DeclineReason } from "~/ports/payments";
import {
  afterChallenge,
  authoriseWith,
  bookedPayment,
  capturedWith,
  cardEntry,
  first,
  groupOf,
  newId,
  wanted,
} from "~tests/support/card-payments";
import { startProvider, type TestProvider, typeCard } from "~tests/support/payments-provider";

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider?.stop());

/** Saves the card of this number and charges it by its token. */
async function chargeSaved(number: string, challenged: boolean) {
  const customer = newId("per");
  const entryId = await cardEntry(provider, { number }, customer);
  const answer = await provider.payments.authorise(groupOf(provider, { entryId }));
  expect(answer.challengeUrl !== null).toBe(challenged);
  if (challenged) expect(await afterChallenge(provider, answer, "confirm")).toMatchObject({ state: "authorised" });
  const saved = await provider.payments.saveCard({ entryId, customer });
  const token = saved?.token ?? "";
  return { token, answer: await provider.payments.authorise(groupOf(provider, { token })) };
}

describe("a card that succeeds", () => {
  it.each([
    ["4242424242424242", "visa"],
    ["5555555555554444", "mastercard"],
    ["378282246310005", "amex"],
    ["6011111111111117", "discover"],
    ["4000000000003055", "visa"],
  ])("%s", async (number, brand) => {
    const { payment, challengeUrl } = await authoriseWith(provider, number);
    expect(challengeUrl).toBeNull();
    expect(payment).toMatchObject({ state: "authorised", declineReason: null, currency: "EUR", amountMinor: 4_290, capturedMinor: 0 });
    expect(payment.card).toMatchObject({ brand, last4: number.slice(-4), expires: "2040-12" });
    expect(await bookedPayment(provider, payment.paymentId)).toEqual(payment);
  });
});

describe("a card that is declined", () => {
  it.each<[string, DeclineReason]>([
    ["4000000000000002", "declined"],
    ["4000000000009995", "insufficient_funds"],
    ["4000000000009987", "lost_card"],
    ["4000000000009979", "stolen_card"],
    ["4000000000000069", "expired_card"],
    ["4000000000000127", "incorrect_cvc"],
    ["4000000000000119", "processing_error"],
    ["4100000000000019", "fraudulent"],
    ["4000008400001280", "authentication_failed"],
  ])("%s: %s", async (number, declineReason) => {
    const { payment, challengeUrl } = await authoriseWith(provider, number);
    expect([challengeUrl, payment.state, payment.declineReason]).toEqual([null, "declined", declineReason]);
    const capture = await provider.payments.capture({ paymentId: payment.paymentId, amountMinor: minor(1) });
    expect(capture).toEqual(payment);
    expect(await provider.payments.cancel(payment.paymentId)).toEqual(payment);
  });
});

describe("a card whose bank asks for a confirmation", () => {
  it.each([
    ["4000002760003184", "authorised", null],
    ["4000000000003220", "authorised", null],
    ["4000002500003155", "authorised", null],
    ["4000003800000446", "authorised", null],
    ["4000008260003178", "declined", "insufficient_funds"],
    ["4000008400001629", "declined", "declined"],
  ])("%s, confirmed: %s", async (number, state, declineReason) => {
    const answer = await authoriseWith(provider, number);
    expect(answer.payment).toMatchObject({ state: "action_required", declineReason: null });
    expect(await afterChallenge(provider, answer, "confirm")).toMatchObject({ state, declineReason });
    expect(await afterChallenge(provider, answer, "refuse")).toMatchObject({ state, declineReason });
  });

  it("refused: declined, and saying yes afterwards changes nothing", async () => {
    const answer = await authoriseWith(provider, "4000002760003184");
    const refused = { state: "declined", declineReason: "authentication_failed" };
    expect(await afterChallenge(provider, answer, "refuse")).toMatchObject(refused);
    expect(await afterChallenge(provider, answer, "confirm")).toMatchObject(refused);
  });

  it("asks once for all payments of a checkout", async () => {
    const entryId = await cardEntry(provider, { number: "4000002760003184" });
    const group = groupOf(provider, { entryId }, [wanted(), wanted({ amountMinor: 1_280, code: "JPY" }), wanted({ amountMinor: 990 })]);
    const answer = await provider.payments.authorise(group);
    expect(answer.payments.map(({ state }) => state)).toEqual(["action_required", "action_required", "action_required"]);
    expect(await provider.payments.authorise(group)).toEqual(answer);
    await afterChallenge(provider, answer, "confirm");
    const later = await provider.payments.authorise(group);
    expect([later.challengeUrl, ...later.payments.map(({ state }) => state)]).toEqual([null, "authorised", "authorised", "authorised"]);
  });

  it("waits until it is answered or let go", async () => {
    const answer = await authoriseWith(provider, "4000000000003220");
    expect(await bookedPayment(provider, answer.payment.paymentId)).toMatchObject({ state: "action_required" });
    expect(await provider.payments.cancel(answer.payment.paymentId)).toMatchObject({ state: "canceled" });
    expect(await afterChallenge(provider, answer, "confirm")).toMatchObject({ state: "canceled" });
  });
});

describe("a saved card", () => {
  it("is charged by its token, which stays the same", async () => {
    const { token, answer } = await chargeSaved("4242424242424242", false);
    expect(first(answer)).toMatchObject({ state: "authorised", card: { last4: "4242" } });
    expect(token).toMatch(/^tok_/);
    const [customer, other] = [newId("per"), newId("per")];
    const entryId = await cardEntry(provider, {}, customer);
    const [one, two] = [await provider.payments.saveCard({ entryId, customer }), await provider.payments.saveCard({ entryId, customer })];
    expect(one).toEqual(two);
    await expect(provider.payments.saveCard({ entryId, customer: other })).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("4000000000000341 succeeds once and is declined from its token", async () => {
    const { answer } = await chargeSaved("4000000000000341", false);
    expect(first(answer)).toMatchObject({ state: "declined", declineReason: "declined" });
  });

  it("4000002500003155 is not asked again once it was set up", async () => {
    const { answer } = await chargeSaved("4000002500003155", true);
    expect([answer.challengeUrl, first(answer).state]).toEqual([null, "authorised"]);
  });

  it("4000003800000446 counts as set up from its token", async () => {
    const customer = newId("per");
    const entryId = await cardEntry(provider, { number: "4000003800000446" }, customer);
    const saved = await provider.payments.saveCard({ entryId, customer });
    const answer = await provider.payments.authorise(groupOf(provider, { token: saved?.token ?? "" }));
    expect([answer.challengeUrl, first(answer).state]).toEqual([null, "authorised"]);
  });

  it("4000002760003184 is asked every time", async () => {
    const { answer } = await chargeSaved("4000002760003184", true);
    expect(first(answer).state).toBe("action_required");
  });

  it("is charged no more once forgotten", async () => {
    const { token } = await chargeSaved("4242424242424242", false);
    await provider.payments.forgetCard(token);
    await provider.payments.forgetCard(token);
    await provider.payments.forgetCard("tok_nobody");
    const answer = await provider.payments.authorise(groupOf(provider, { token }));
    expect(first(answer)).toMatchObject({ state: "declined", declineReason: "card_unavailable", card: null });
  });
});

describe("a card entry", () => {
  it("has no card until one is typed, and the one typed last then", async () => {
    const { entryId, frameUrl } = await provider.payments.openCardEntry({ entryKey: newId("key"), customer: null });
    expect(await provider.payments.readCardEntry(entryId)).toEqual({ card: null });
    expect(await provider.payments.saveCard({ entryId, customer: newId("per") })).toBeNull();
    const empty = await provider.payments.authorise(groupOf(provider, { entryId }));
    expect(first(empty)).toMatchObject({ state: "declined", declineReason: "card_unavailable" });
    await typeCard(frameUrl);
    await typeCard(frameUrl, { number: "5555 5555 5555 4444", expiry: "0829" });
    expect(await provider.payments.readCardEntry(entryId)).toMatchObject({
      card: { brand: "mastercard", last4: "4444", expires: "2029-08" },
    });
    expect(await provider.payments.readCardEntry("ent_nobody")).toBeNull();
  });

  it("is the same for the same key, and only for the same customer", async () => {
    const entryKey = newId("key");
    const [one, two] = await Promise.all([1, 2].map(() => provider.payments.openCardEntry({ entryKey, customer: "ada" })));
    expect(one).toEqual(two);
    await expect(provider.payments.openCardEntry({ entryKey, customer: "bob" })).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("gives the same fingerprint to the same number only", async () => {
    const prints = await Promise.all(
      ["4242424242424242", "4242424242424242", "5555555555554444"].map(async (number) => {
        const entry = await provider.payments.readCardEntry(await cardEntry(provider, { number }));
        return entry?.card?.fingerprint;
      }),
    );
    expect(prints[0]).toMatch(/^fp_/);
    expect(prints[1]).toBe(prints[0]);
    expect(prints[2]).not.toBe(prints[0]);
  });
});

describe("after the capture", () => {
  it.each([
    ["4000000000000259", "fraudulent"],
    ["4000000000002685", "product_not_received"],
  ] as const)("%s is disputed as %s", async (number, reason) => {
    const payment = await capturedWith(provider, number);
    expect(payment).toMatchObject({ state: "captured", dispute: null });
    await provider.control.runFollowUps();
    expect(await bookedPayment(provider, payment.paymentId)).toMatchObject({
      state: "captured",
      dispute: { reason, state: "opened", amountMinor: 4_290 },
    });
  });

  it("4000000000007726: the refund is pending, then succeeds", async () => {
    const { paymentId } = await capturedWith(provider, "4000000000007726");
    const refund = { refundId: newId("ref"), amountMinor: minor(1_000) };
    const asked = await provider.payments.refund({ paymentId, ...refund });
    expect(asked).toMatchObject({ refundedMinor: 0, refunds: [{ ...refund, state: "pending" }] });
    await provider.control.runFollowUps();
    expect(await bookedPayment(provider, paymentId)).toMatchObject({ refundedMinor: 1_000, refunds: [{ ...refund, state: "succeeded" }] });
  });

  it("4000000000005126: the refund succeeds, then fails, and can be asked for anew", async () => {
    const { paymentId } = await capturedWith(provider, "4000000000005126");
    const refund = { refundId: newId("ref"), amountMinor: minor(4_290) };
    const asked = await provider.payments.refund({ paymentId, ...refund });
    expect(asked).toMatchObject({ refundedMinor: 4_290, refunds: [{ ...refund, state: "succeeded" }] });
    await provider.control.runFollowUps();
    expect(await bookedPayment(provider, paymentId)).toMatchObject({ refundedMinor: 0, refunds: [{ ...refund, state: "failed" }] });
    const again = await provider.payments.refund({ paymentId, refundId: newId("ref"), amountMinor: minor(4_290) });
    expect(again).toMatchObject({ refundedMinor: 4_290 });
  });

  it("all that happens by itself within seconds", async () => {
    const { paymentId } = await capturedWith(provider, "4000000000000259");
    await expect.poll(async () => (await bookedPayment(provider, paymentId)).dispute?.state, { timeout: 30_000 }).toBe("opened");
  });
});
