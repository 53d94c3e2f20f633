import { IDLE_MS } from "~/domain/checkout/checkout-times";
import { plusMs } from "~/domain/kernel/instant";
import { assertNever } from "~/domain/kernel/outcome";
import { nextLookAt } from "~/domain/payments/look-again";
import { nextStepOf } from "~/domain/payments/next-step";
import { PaymentsUnreachable } from "~/domain/payments/payments-fault";
import { expireCheckouts } from "~db/queries/checkout-ends";
import { type DuePayment, finishPayment, getPaymentCase, listDuePayments, lookAgainAt, takePayment } from "~db/queries/due-payments";
import { capturePayment } from "./capture-payment";
import { pursueFate } from "./checkout-fate";
import type { ShopDeps } from "./deps";
import { followProvider } from "./follow-provider";
import { importSettlements } from "./import-settlements";
import { keepCards } from "./keep-cards";
import { voidPayment } from "./void-payment";

/** Payments of one turn: at a few milliseconds each they are done well before the next turn. */
const LIMIT = 200;

/** A provider that does not answer so often in a row is down: the rest waits for the next turn rather than for it. */
const MOST_UNREACHABLE = 3;

export type Reconciled = { readonly looked: number; readonly troubled: number };

/**
 * Finishes what anything may have left unfinished, crashes and lost webhooks included: reads what changed in the
 * provider's books and what was paid out, then gives every payment that is due its next step. One that makes
 * trouble is logged and tried again ever more rarely; it holds up no other. May run any number of times at once.
 */
export async function reconcilePayments(deps: ShopDeps): Promise<Reconciled> {
  await read(deps);
  await expireCheckouts(deps.db.query, plusMs(deps.clock.now(), -IDLE_MS));
  const due = await listDuePayments(deps.db.query, { now: deps.clock.now(), limit: LIMIT });
  const counts = { looked: 0, troubled: 0 };
  let unreachable = 0;
  for (const payment of due) {
    const outcome = await lookSafely(deps, payment);
    if (outcome === "taken") continue;
    counts.looked++;
    if (outcome !== "done") counts.troubled++;
    unreachable = outcome === "unreachable" ? unreachable + 1 : 0;
    if (unreachable >= MOST_UNREACHABLE) break;
  }
  return counts;
}

/** What the provider lists. When it does not answer, payments are still looked at: their turn may be later than its trouble. */
async function read(deps: ShopDeps): Promise<void> {
  try {
    await followProvider(deps);
    await importSettlements(deps);
    await keepCards(deps);
  } catch (error) {
    if (!(error instanceof PaymentsUnreachable)) throw error;
    deps.log.warn("the payment provider's lists were not read", { reason: error.message });
  }
}

type Looked = "done" | "taken" | "unreachable" | "failed";

async function lookSafely(deps: ShopDeps, due: DuePayment): Promise<Looked> {
  try {
    return await look(deps, due);
  } catch (error) {
    if (error instanceof PaymentsUnreachable) {
      deps.log.warn("the payment provider did not answer", { payment: due.paymentId, reason: error.message });
      return "unreachable";
    }
    deps.log.error("a payment was looked at in vain", error, { payment: due.paymentId });
    return "failed";
  }
}

async function look(deps: ShopDeps, due: DuePayment): Promise<Looked> {
  const now = deps.clock.now();
  if (!(await takePayment(deps.db.query, due, nextLookAt(now, due.looks)))) return "taken";
  const about = await getPaymentCase(deps.db.query, { paymentId: due.paymentId });
  const step = nextStepOf(about, now);
  switch (step.kind) {
    case "ask":
      await pursueFate(deps, about.checkoutId, "ask");
      return "done";
    case "void":
      await voidPayment(deps, about);
      return "done";
    case "capture":
      await capturePayment(deps, about);
      return "done";
    case "wait":
      await lookAgainAt(deps.db.query, [about.paymentId], step.until);
      return "done";
    case "finished":
      await finishPayment(deps.db.query, about.paymentId);
      return "done";
    default:
      return assertNever(step);
  }
}
