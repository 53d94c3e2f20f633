import type { EventId } from "~/domain/kernel/branded";
import { type Minor, sumMinor } from "~/domain/kernel/money";
import { captureFees } from "~/domain/ledger/fees";
import { postCapture } from "~/domain/ledger/postings";
import { baseLeft } from "~/domain/orders/cancel-amounts";
import { nextStepOf, type PaymentStep } from "~/domain/payments/next-step";
import type { FactKind } from "~/domain/payments/payment-facts";
import type { ProviderPayment } from "~/ports/payments";
import { addPaymentFact, finishPayment, getPaymentCase, type PaymentCase } from "~db/queries/due-payments";
import { recordEvents } from "~db/queries/events";
import { appendEntries } from "~db/queries/ledger";
import { type Tx, transact } from "~db/transaction";
import { takeUnitsBack } from "./cancel-lines";
import type { ShopDeps } from "./deps";

/**
 * Takes what is left of an order, once, in three parts: the order to take it is written down first, so that
 * nothing is canceled behind its back and every further try asks for the same amount; then the provider is asked;
 * then the answer is booked. May be called again after a crash anywhere. A payment the provider cannot take any
 * more cancels what is left of its order. Errors: `PaymentsUnreachable`.
 */
export async function capturePayment(deps: ShopDeps, { paymentId }: Pick<PaymentCase, "paymentId">): Promise<void> {
  const step = await transact(deps.db, (tx) => orderCapture(deps, tx, paymentId));
  if (step.kind !== "capture") return;
  const books = await deps.payments.capture({ paymentId, amountMinor: step.amountMinor });
  deps.faults.reach("capture.sent");
  await transact(deps.db, (tx) => writeAnswer(deps, tx, { books, wantedMinor: step.amountMinor }));
}

/** Decides again inside the transaction: a cancel may have come first. */
async function orderCapture(deps: ShopDeps, tx: Tx, paymentId: PaymentCase["paymentId"]): Promise<PaymentStep> {
  const about = await getPaymentCase(tx, { paymentId });
  const step = nextStepOf(about, deps.clock.now());
  if (step.kind === "capture" && !about.facts.some(({ kind }) => kind === "capture_requested")) {
    await write(deps, tx, about, { kind: "capture_requested", amountMinor: step.amountMinor, reason: null });
  }
  return step;
}

type Answer = { readonly books: ProviderPayment; readonly wantedMinor: Minor };

async function writeAnswer(deps: ShopDeps, tx: Tx, { books, wantedMinor }: Answer): Promise<void> {
  const about = await getPaymentCase(tx, { paymentId: books.paymentId });
  if (about.finished) return;
  if (books.state !== "captured") return writeFailure(deps, tx, { about, books, wantedMinor });
  if (books.capturedMinor !== wantedMinor) {
    throw new Error(`Payment ${books.paymentId}: ${books.capturedMinor} was taken instead of ${wantedMinor}`);
  }
  const { paymentId, orderId, brandId, currency, order } = about;
  const now = deps.clock.now();
  await write(deps, tx, about, { kind: "captured", amountMinor: wantedMinor, reason: null });
  const feeMinor = sumMinor(
    captureFees(
      order.feeBps,
      order.lines.map((line) => baseLeft(line, order.taxInclusive)),
    ),
  );
  const payload = { orderId, paymentId, currency, amountMinor: wantedMinor, feeMinor };
  const [eventId] = await recordEvents(tx, deps, [{ type: "payment.captured", brandId, subjectId: orderId, occurredAt: now, payload }]);
  const posted = postCapture({ brandId, orderId, currency }, { subjectId: paymentId, amountMinor: wantedMinor, feeMinor });
  await appendEntries(tx, deps, { eventId: eventId as EventId, occurredAt: now }, [posted]);
  await finishPayment(tx, paymentId);
  deps.faults.reach("capture.before_commit");
}

/** The authorisation has gone: nothing will be taken, so nothing is sent either. */
async function writeFailure(deps: ShopDeps, tx: Tx, failed: Answer & { readonly about: PaymentCase }): Promise<void> {
  const { about, books, wantedMinor } = failed;
  await write(deps, tx, about, { kind: "capture_failed", amountMinor: wantedMinor, reason: books.declineReason ?? books.state });
  const units = about.order.lines
    .map((line) => ({ line, quantity: line.quantity - line.canceled - line.shipped }))
    .filter(({ quantity }) => quantity > 0);
  await takeUnitsBack(deps, tx, { about, units, reason: "payment_failed" });
  await finishPayment(tx, about.paymentId);
}

type Fact = { readonly kind: FactKind; readonly amountMinor: Minor; readonly reason: string | null };

async function write(deps: ShopDeps, tx: Tx, about: PaymentCase, fact: Fact): Promise<void> {
  await addPaymentFact(tx, about, { ...fact, factId: deps.ids.next("fct"), at: deps.clock.now() });
}
