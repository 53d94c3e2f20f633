import type { Instant, PaymentId } from "../kernel/branded";
import { minor } from "../kernel/money";
import type { CardOnFile } from "../payments/card";
import { type PaymentFact, type PaymentSums, paymentSums } from "../payments/payment-facts";
import { owedOf } from "./cancel-amounts";
import type { Order, OrderView } from "./order";
import { openUnits, orderStatus } from "./order-status";

type Around = {
  readonly brand: OrderView["brand"];
  readonly payment: { readonly paymentId: PaymentId; readonly card: CardOnFile | null; readonly facts: readonly PaymentFact[] };
  readonly now: Instant;
};

/** An order with what follows from its quantities and payment. */
export function viewOrder(order: Order, { brand, payment, now }: Around): OrderView {
  const sums = paymentSums(payment.facts);
  return {
    ...order,
    brand,
    paymentId: payment.paymentId,
    status: orderStatus(order, sums.status),
    payment: sums,
    card: payment.card,
    canceledMinor: minor(order.totalMinor - owedOf(order)),
    isCancelable: isCancelable(order, sums, now),
  };
}

function isCancelable({ state, cancelUntil, lines }: Order, { captureRequestedMinor }: PaymentSums, now: Instant): boolean {
  const isOpen = state === "placed" && cancelUntil !== null && now < cancelUntil && captureRequestedMinor === null;
  return isOpen && lines.some((line) => openUnits(line) > 0);
}
