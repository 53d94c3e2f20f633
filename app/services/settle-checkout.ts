import type { PayAnswer } from "~/domain/checkout/pay-answer";
import type { CheckoutId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import type { Shopper } from "~/domain/orders/order";
import { findCheckout, isOwn } from "~db/queries/checkouts";
import { pursueFate } from "./checkout-fate";
import type { ShopDeps } from "./deps";

/** Goes on with a checkout that is being paid, for the page its shopper waits on. `not_paid`: nothing was submitted yet. */
export async function settleCheckout(
  deps: ShopDeps,
  asked: { readonly checkoutId: CheckoutId; readonly by: Shopper },
): Promise<Outcome<PayAnswer, { readonly kind: "not_found" | "not_paid" }>> {
  const checkout = await findCheckout(deps.db.query, asked.checkoutId);
  if (checkout === undefined || !isOwn(checkout, asked.by)) return refused({ kind: "not_found" });
  if (checkout.payKey === null) return refused({ kind: "not_paid" });
  return done(await pursueFate(deps, checkout.checkoutId, "submit"));
}
