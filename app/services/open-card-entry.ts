import { isIdle } from "~/domain/checkout/checkout-times";
import type { CheckoutId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import type { Shopper } from "~/domain/orders/order";
import { PaymentsUnreachable } from "~/domain/payments/payments-fault";
import type { CardEntry } from "~/ports/payments";
import { findCheckout, isOwn, writeAnswers } from "~db/queries/checkouts";
import { transact } from "~db/transaction";
import type { ShopDeps } from "./deps";

/** `unreachable`: the payment provider does not answer; try again in a moment. */
export type CardEntryRefusal = { readonly kind: "not_found" | "closed" | "unreachable" };

/** The place to type a card for this checkout; the same each time it is asked for. */
export async function openCardEntry(
  deps: ShopDeps,
  asked: { readonly checkoutId: CheckoutId; readonly by: Shopper },
): Promise<Outcome<CardEntry, CardEntryRefusal>> {
  const checkout = await findCheckout(deps.db.query, asked.checkoutId);
  if (checkout === undefined || !isOwn(checkout, asked.by)) return refused({ kind: "not_found" });
  if (checkout.state !== "open" || isIdle(checkout, deps.clock.now())) return refused({ kind: "closed" });
  const entry = await openEntry(deps, checkout);
  if (entry === null) return refused({ kind: "unreachable" });
  const { checkoutId } = checkout;
  const said = { cardEntryId: entry.entryId };
  if (checkout.cardEntryId === entry.entryId) return done(entry);
  const written = await transact(deps.db, (tx) => writeAnswers(tx, { checkoutId, now: deps.clock.now() }, said));
  return written ? done(entry) : refused({ kind: "closed" });
}

async function openEntry(
  { payments, log }: ShopDeps,
  checkout: { readonly checkoutId: CheckoutId; readonly personId: string | null },
): Promise<CardEntry | null> {
  try {
    // An entry belongs to its customer for good; a guest who signs in meanwhile gets another.
    const entryKey = checkout.personId === null ? checkout.checkoutId : `${checkout.checkoutId}_of_${checkout.personId}`;
    return await payments.openCardEntry({ entryKey, customer: checkout.personId });
  } catch (error) {
    if (!(error instanceof PaymentsUnreachable)) throw error;
    log.warn("no card entry", { checkout: checkout.checkoutId });
    return null;
  }
}
