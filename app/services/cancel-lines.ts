import type { OrderId, OrderLineId } from "~/domain/kernel/branded";
import { type Minor, sumMinor } from "~/domain/kernel/money";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { cancelAmounts, owedOf } from "~/domain/orders/cancel-amounts";
import type { CancelReason } from "~/domain/orders/cancel-reasons";
import type { Shopper } from "~/domain/orders/order";
import { paymentSums } from "~/domain/payments/payment-facts";
import { type CaseLine, getPaymentCase, lookAgainAt, type PaymentCase } from "~db/queries/due-payments";
import { recordEvents } from "~db/queries/events";
import { insertCancels, isOrderOf, returnStock } from "~db/queries/order-cancels";
import { takeNextStep } from "~db/queries/programs";
import { type Tx, transact } from "~db/transaction";
import type { Deps } from "./deps";

export type CancelLines = {
  readonly shopper: Shopper;
  readonly orderId: OrderId;
  /** Units to cancel per line; 0 leaves a line alone. */
  readonly lines: readonly { readonly orderLineId: OrderLineId; readonly quantity: number }[];
  readonly reason: CancelReason;
};

export type CancelRefusal =
  | { readonly kind: "order_not_found" | "line_not_found" | "nothing_chosen" }
  /** The order was not placed, its cancel window has closed, or its payment is being taken. */
  | { readonly kind: "not_cancelable" }
  /** More than is left of a line. */
  | { readonly kind: "too_many"; readonly orderLineId: OrderLineId; readonly open: number };

/** What was taken back, and what is left to pay. */
export type Canceled = { readonly paidBackMinor: Minor; readonly owedMinor: Minor };

/**
 * Cancels units inside the cancel window, at once: stock goes back on the shelf, the event takes back what they
 * earned, and what is captured later is less. With the last unit the whole payment is let go of.
 */
export function cancelLines(deps: Deps, input: CancelLines): Promise<Outcome<Canceled, CancelRefusal>> {
  return transact(deps.db, async (tx) => {
    if (!(await isOrderOf(tx, input.orderId, input.shopper))) return refused({ kind: "order_not_found" });
    const about = await getPaymentCase(tx, { orderId: input.orderId });
    const chosen = chooseUnits(about, input.lines);
    if (!chosen.ok) return chosen;
    if (!isCancelable(about, deps.clock.now())) return refused({ kind: "not_cancelable" });
    return done(await takeUnitsBack(deps, tx, { about, units: chosen.value, reason: input.reason }));
  });
}

/** Until its window closes or its capture is ordered, whichever is first: from then on the amount stands. */
function isCancelable({ order, facts }: PaymentCase, now: number): boolean {
  const { captureRequestedMinor } = paymentSums(facts);
  return order.state === "placed" && order.cancelUntil !== null && now < order.cancelUntil && captureRequestedMinor === null;
}

type Units = { readonly line: CaseLine; readonly quantity: number };

function chooseUnits({ order }: PaymentCase, wanted: CancelLines["lines"]): Outcome<readonly Units[], CancelRefusal> {
  const units: Units[] = [];
  for (const { orderLineId, quantity } of wanted) {
    const line = order.lines.find((one) => one.orderLineId === orderLineId);
    if (line === undefined || units.some((one) => one.line === line)) return refused({ kind: "line_not_found" });
    const open = line.quantity - line.canceled - line.shipped;
    if (quantity > open || quantity < 0 || !Number.isSafeInteger(quantity)) return refused({ kind: "too_many", orderLineId, open });
    if (quantity > 0) units.push({ line, quantity });
  }
  return units.length === 0 ? refused({ kind: "nothing_chosen" }) : done(units);
}

/** Writes the cancel of these units, whoever asked for it: quantities, stock, the program's step and the event. */
export async function takeUnitsBack(
  deps: Deps,
  tx: Tx,
  {
    about,
    units,
    reason,
  }: { readonly about: PaymentCase; readonly units: readonly Units[]; readonly reason: CancelReason | "payment_failed" },
): Promise<Canceled> {
  const { orderId, brandId, currency, order } = about;
  const now = deps.clock.now();
  const step = await takeNextStep(tx, brandId);
  const cancels = units.map(({ line, quantity }) => ({
    told: { orderLineId: line.orderLineId, productId: line.productId, quantity, ...cancelAmounts(line, quantity, order.taxInclusive) },
    canceledBefore: line.canceled,
    cancelId: deps.ids.next("cnl"),
  }));
  await insertCancels(tx, { orderId, brandId, reason, programSeq: step.programSeq, now, cancels });
  const returned = units.map(({ line, quantity }) => ({ variantId: line.variantId, quantity }));
  await returnStock(tx, { orderId, now, nextMovementId: () => deps.ids.next("mov") }, returned);
  const payload = { ...step, currency, reason, lines: cancels.map(({ told }) => told) };
  await recordEvents(tx, deps, [{ type: "order.lines_canceled", brandId, subjectId: orderId, occurredAt: now, payload }]);
  const owedMinor = owedOf({
    ...order,
    lines: order.lines.map((line) => ({ ...line, canceled: line.canceled + quantityOf(units, line) })),
  });
  if (owedMinor === 0) await lookAgainAt(tx, [about.paymentId], now);
  return { paidBackMinor: sumMinor(cancels.map(({ told }) => told.paidBackMinor)), owedMinor };
}

function quantityOf(units: readonly Units[], line: CaseLine): number {
  return units.find((one) => one.line === line)?.quantity ?? 0;
}
