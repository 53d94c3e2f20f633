import { randomUUID } from "node:crypto";
import type { PaymentId } from "~/domain/kernel/branded";
import { type Currency, parseCurrency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";
import type { GroupAnswer, PaymentGroup, ProviderPayment } from "~/ports/payments";
import { answerChallenge, type TestProvider, type Typed, typeCard } from "./payments-provider";

type Wanted = PaymentGroup["payments"][number];

/** An identifier nobody has used. */
export function newId(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll("-", "")}`;
}

/** A currency of the list. Errors: it is not there. */
export function currency(code: string): Currency {
  const found = parseCurrency(code);
  if (found === undefined) throw new Error(`No such currency: ${code}`);
  return found;
}

/** One payment of 42.90 euros, or as told. */
export function wanted(options: { readonly paymentId?: PaymentId; readonly amountMinor?: number; readonly code?: string } = {}): Wanted {
  return {
    paymentId: options.paymentId ?? (newId("pay") as PaymentId),
    amountMinor: minor(options.amountMinor ?? 4_290),
    currency: currency(options.code ?? "EUR"),
    statementName: "Vitrine Brume",
  };
}

/** An entry with a card typed into it. Errors: the card was not taken. */
export async function cardEntry(provider: TestProvider, typed: Typed = {}, customer: string | null = null): Promise<string> {
  const { entryId, frameUrl } = await provider.payments.openCardEntry({ entryKey: newId("key"), customer });
  const answer = await typeCard(frameUrl, typed);
  if (answer.status !== 303) throw new Error(`The card was not taken: ${answer.status} ${await answer.text()}`);
  return entryId;
}

/** A group of one payment unless told otherwise. */
export function groupOf(provider: TestProvider, source: PaymentGroup["source"], payments: readonly Wanted[] = [wanted()]): PaymentGroup {
  return { groupId: newId("chk"), source, returnUrl: `${provider.appOrigin}/checkout/back`, payments };
}

/** Asks the bank for one payment with this card. */
export async function authoriseWith(
  provider: TestProvider,
  number: string,
  payment: Wanted = wanted(),
): Promise<GroupAnswer & { readonly payment: ProviderPayment; readonly entryId: string }> {
  const entryId = await cardEntry(provider, number.startsWith("3782") ? { number, cvc: "1234" } : { number });
  const answer = await provider.payments.authorise(groupOf(provider, { entryId }, [payment]));
  return { ...answer, payment: first(answer), entryId };
}

/** The one payment of a group. Errors: there is none. */
export function first({ payments }: GroupAnswer): ProviderPayment {
  const [payment] = payments;
  if (payment === undefined) throw new Error("The group has no payment.");
  return payment;
}

/** What the books say. Errors: nothing. */
export async function bookedPayment(provider: TestProvider, paymentId: PaymentId): Promise<ProviderPayment> {
  const found = await provider.payments.find(paymentId);
  if (found === null) throw new Error(`The provider has no ${paymentId}.`);
  return found;
}

/** Answers the group's challenge and says what became of its one payment. Errors: there is no challenge. */
export async function afterChallenge(
  provider: TestProvider,
  { challengeUrl, payments }: GroupAnswer,
  answer: "confirm" | "refuse",
): Promise<ProviderPayment> {
  if (challengeUrl === null) throw new Error("Nobody asks for a confirmation.");
  const sent = await answerChallenge(challengeUrl, answer);
  if (sent.headers.get("location") !== `${provider.appOrigin}/checkout/back`) throw new Error(`Led elsewhere: ${sent.status}`);
  return bookedPayment(provider, first({ challengeUrl, payments }).paymentId);
}

/** A captured payment. */
export async function capturedWith(provider: TestProvider, number: string, payment: Wanted = wanted()): Promise<ProviderPayment> {
  await authoriseWith(provider, number, payment);
  return provider.payments.capture({ paymentId: payment.paymentId, amountMinor: payment.amountMinor });
}
