import type { CheckoutState } from "~/domain/checkout/checkout";
import type { Fate } from "~/domain/checkout/fate";
import { fateOf } from "~/domain/checkout/fate";
import type { OrderPlaced } from "~/domain/events/order-events";
import type { CheckoutId, Instant, PaymentId } from "~/domain/kernel/branded";
import { MINUTE_MS, plusMs } from "~/domain/kernel/instant";
import type { Order } from "~/domain/orders/order";
import { factHeard, type Heard } from "~/domain/payments/heard";
import { type PaymentFact, type PaymentStatus, paymentSums } from "~/domain/payments/payment-facts";
import type { Clock } from "~/ports/clock";
import type { Ids } from "~/ports/ids";
import type { CardFacts } from "~/ports/payments";
import type { Tx } from "../transaction";
import { takeFromBag } from "./bags";
import { decideCheckout } from "./checkout-ends";
import { findCheckout, type StoredCheckout } from "./checkouts";
import { recordEvents } from "./events";
import { isNewCustomer, listOrdersOf, markFailed, markPlaced } from "./orders";
import { insertFact, listPaymentsOf, type Payment, writePayment } from "./payments";
import { takeNextStep } from "./programs";
import { releaseUnits, sellUnits } from "./reservations";
import { listSellers } from "./sellers";

type By = { readonly clock: Clock; readonly ids: Ids };

/** What a provider said of one of our payments. */
export type Answer = Heard & { readonly paymentId: PaymentId; readonly card: CardFacts | null };

/** `refused`: the provider will not take these payments, now or ever. */
export type Answers = { readonly kind: "heard"; readonly answers: readonly Answer[] } | { readonly kind: "refused" };

/**
 * Takes down what the provider said of a checkout's payments and, if that decides it, decides the checkout: all of
 * its orders are placed or all have failed, once, in this transaction. Returns how the checkout stands then.
 * Errors: there is no such checkout.
 */
export async function settleFate(
  tx: Tx,
  by: By,
  { checkoutId, heard }: { readonly checkoutId: CheckoutId; readonly heard: Answers },
): Promise<StoredCheckout> {
  const checkout = await findCheckout(tx, checkoutId);
  if (checkout === undefined) throw new Error(`There is no checkout ${checkoutId}`);
  if (checkout.state !== "paying" || checkout.paidAt === null) return checkout;
  const now = by.clock.now();
  const before = await listPaymentsOf(tx, checkoutId);
  const payments: Taken[] = [];
  for (const payment of before) payments.push(await takeDown(tx, by, payment, heard));
  const sums = payments.map(({ payment }) => paymentSums(payment.facts));
  const fate: Fate = heard.kind === "refused" ? { kind: "failed", reason: "refused" } : fateOf(sums, { submittedAt: checkout.paidAt, now });
  const decided: Decided = { checkout, payments, now };
  if (fate.kind === "placed") await placeOrders(tx, by, decided);
  else if (fate.kind === "failed") await failOrders(tx, by, { ...decided, reason: fate.reason });
  else await waitOn(tx, decided);
  const state: CheckoutState = fate.kind === "undecided" ? "paying" : fate.kind;
  return { ...checkout, state, failure: fate.kind === "failed" ? fate.reason : null };
}

type Taken = { readonly payment: Payment; readonly card: CardFacts | null };
type Decided = { readonly checkout: StoredCheckout; readonly payments: readonly Taken[]; readonly now: Instant };

async function takeDown(tx: Tx, by: By, payment: Payment, heard: Answers): Promise<Taken> {
  const answer = heard.kind === "heard" ? heard.answers.find(({ paymentId }) => paymentId === payment.paymentId) : undefined;
  if (answer === undefined) return { payment, card: null };
  const news = factHeard(paymentSums(payment.facts), answer, payment.amountMinor);
  if (news === null) return { payment, card: answer.card };
  const fact: PaymentFact = { ...news, at: by.clock.now() };
  await insertFact(tx, payment, { ...fact, factId: by.ids.next("pft") });
  return { payment: { ...payment, facts: [...payment.facts, fact] }, card: answer.card };
}

async function placeOrders(tx: Tx, by: By, { checkout, payments, now }: Decided): Promise<void> {
  const orders = await listOrdersOf(tx, checkout.checkoutId);
  const sellers = await listSellers(
    tx,
    orders.map(({ brandId }) => brandId),
  );
  await decideOnce(tx, checkout.checkoutId, { state: "placed", failure: null, now });
  for (const order of orders) {
    const windowMinutes = sellers.find(({ brandId }) => brandId === order.brandId)?.cancelWindowMinutes ?? 0;
    const cancelUntil = plusMs(now, windowMinutes * MINUTE_MS);
    const newCustomer = await isNewCustomer(tx, order);
    const step = await takeNextStep(tx, order.brandId);
    await markPlaced(tx, order.orderId, { now, cancelUntil, programSeq: step.programSeq, newCustomer });
    await sellUnits(tx, { ...order, now, nextMovementId: () => by.ids.next("mov") });
    const about = { brandId: order.brandId, subjectId: order.orderId, occurredAt: now };
    await recordEvents(tx, by, [{ ...about, type: "order.placed", payload: { ...step, ...placedPayload(order, newCustomer) } }]);
    await writeTaken(tx, payments, order, { isFinished: false, nextLookAt: cancelUntil });
  }
  await takeFromBag(
    tx,
    checkout.bagId,
    orders.flatMap(({ lines }) => lines),
  );
}

function placedPayload(order: Order, newCustomer: boolean): Omit<OrderPlaced, "programId" | "programSeq"> {
  return {
    checkoutId: order.checkoutId,
    personId: order.personId,
    currency: order.currency,
    newCustomer,
    shippingMinor: order.shipping.amountMinor,
    lines: order.lines.map((line) => ({
      orderLineId: line.orderLineId,
      productId: line.productId,
      variantId: line.variantId,
      quantity: line.quantity,
      grossMinor: line.grossMinor,
      paidMinor: line.paidMinor,
      taxMinor: line.taxMinor,
      baseMinor: line.baseMinor,
    })),
  };
}

/** Payments that a bank refused are over; all others are ordered void, whatever is known of them. */
const OVER: readonly PaymentStatus[] = ["declined", "voided"];

async function failOrders(
  tx: Tx,
  by: By,
  { checkout, payments, now, reason }: Decided & { readonly reason: Extract<Fate, { kind: "failed" }>["reason"] },
): Promise<void> {
  const { checkoutId } = checkout;
  await decideOnce(tx, checkoutId, { state: "failed", failure: reason, now });
  for (const order of await listOrdersOf(tx, checkoutId)) {
    await markFailed(tx, order.orderId);
    await releaseUnits(tx, order.orderId);
    const own = payments.find(({ payment }) => payment.orderId === order.orderId)?.payment;
    const isFinished = own !== undefined && OVER.includes(paymentSums(own.facts).status);
    await writeTaken(tx, payments, order, { isFinished, nextLookAt: now });
  }
  await recordEvents(tx, by, [
    { type: "checkout.failed", brandId: null, subjectId: checkoutId, occurredAt: now, payload: { checkoutId, reason } },
  ]);
}

/** Whoever looks next comes when they would have come anyway. */
async function waitOn(tx: Tx, { payments }: Pick<Decided, "payments">): Promise<void> {
  for (const { payment, card } of payments) {
    if (card !== null && payment.card === null) await writePayment(tx, payment, { ...payment, card });
  }
}

async function writeTaken(
  tx: Tx,
  payments: readonly Taken[],
  order: Order,
  next: { readonly isFinished: boolean; readonly nextLookAt: Instant },
): Promise<void> {
  const taken = payments.find(({ payment }) => payment.orderId === order.orderId);
  if (taken === undefined) throw new Error(`The order ${order.orderId} has no payment`);
  await writePayment(tx, taken.payment, { ...next, looks: 0, card: taken.card });
}

/** Errors: somebody else decided between this transaction's reading and writing, which no isolation of ours allows. */
async function decideOnce(tx: Tx, checkoutId: CheckoutId, fate: Parameters<typeof decideCheckout>[2]): Promise<void> {
  if (!(await decideCheckout(tx, checkoutId, fate))) throw new Error(`The checkout ${checkoutId} was decided twice`);
}
