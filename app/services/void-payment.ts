import type { ProviderPayment } from "~/ports/payments";
import { addPaymentFact, finishPayment, getPaymentCase, type PaymentCase } from "~db/queries/due-payments";
import { recordEvents } from "~db/queries/events";
import { type Tx, transact } from "~db/transaction";
import type { ShopDeps } from "./deps";

/**
 * Lets go of a payment nobody wants: of an order that was never placed, or of which nothing is left. May be
 * called again after a crash anywhere. Errors: `PaymentsUnreachable`; the provider has taken the money already.
 */
export async function voidPayment(deps: ShopDeps, { paymentId }: Pick<PaymentCase, "paymentId">): Promise<void> {
  const books = await deps.payments.cancel(paymentId);
  deps.faults.reach("void.sent");
  if (books.state !== "canceled" && books.state !== "declined") {
    throw new Error(`Payment ${paymentId} should have been let go of, but is ${books.state}`);
  }
  await transact(deps.db, (tx) => writeVoid(deps, tx, books));
}

async function writeVoid(deps: ShopDeps, tx: Tx, books: ProviderPayment): Promise<void> {
  const about = await getPaymentCase(tx, { paymentId: books.paymentId });
  if (about.finished) return;
  const { paymentId, orderId, brandId } = about;
  const now = deps.clock.now();
  const declined = books.state === "declined";
  const fact = { kind: declined ? "declined" : "voided", amountMinor: books.amountMinor, reason: books.declineReason, at: now } as const;
  await addPaymentFact(tx, about, { ...fact, factId: deps.ids.next("fct") });
  await finishPayment(tx, paymentId);
  if (declined) return;
  const payload = { orderId, paymentId };
  await recordEvents(tx, deps, [{ type: "payment.voided", brandId, subjectId: orderId, occurredAt: now, payload }]);
}
