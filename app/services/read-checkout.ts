import type { Checkout, CheckoutShop, CheckoutStep } from "~/domain/checkout/checkout";
import { isIdle } from "~/domain/checkout/checkout-times";
import { sumTotals } from "~/domain/checkout/price-shop";
import type { CheckoutId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import type { Shopper } from "~/domain/orders/order";
import { findCheckout, isOwn, markSeen, type StoredCheckout } from "~db/queries/checkouts";
import { listCheckoutOrders } from "~db/queries/orders";
import { readPricedCheckout } from "~db/queries/priced-checkouts";
import { listSavedCards } from "~db/queries/saved-cards";
import type { Deps } from "./deps";

/**
 * A checkout as its shopper sees it, with present prices; seeing it keeps an open one open. Whoever's it is not
 * learns nothing of it.
 */
export async function readCheckout(
  deps: Pick<Deps, "db" | "clock">,
  asked: { readonly checkoutId: CheckoutId; readonly by: Shopper },
): Promise<Outcome<Checkout, { readonly kind: "not_found" }>> {
  const { query } = deps.db;
  const stored = await findCheckout(query, asked.checkoutId);
  if (stored === undefined || !isOwn(stored, asked.by)) return refused({ kind: "not_found" });
  const now = deps.clock.now();
  const isOver = stored.state === "open" && isIdle(stored, now);
  if (stored.state === "open" && !isOver) await markSeen(query, { checkoutId: stored.checkoutId, now });
  const { shops } = await readPricedCheckout(query, stored, now);
  return done({
    checkoutId: stored.checkoutId,
    state: isOver ? "expired" : stored.state,
    currency: stored.currency,
    openedAt: stored.openedAt,
    email: stored.email,
    address: stored.address,
    shops,
    step: stepOf(stored, shops),
    totals: sumTotals(shops.map(({ totals }) => totals)),
    changed: shops.flatMap(({ lines }) => lines.filter(({ change }) => change.kind !== "none").map(({ variantId }) => variantId)),
    cards: stored.personId === null ? [] : await listSavedCards(query, stored.personId),
    failure: stored.failure,
    orders: await listCheckoutOrders(query, stored.checkoutId),
  });
}

function stepOf({ email, address }: StoredCheckout, shops: readonly CheckoutShop[]): CheckoutStep {
  if (email === null) return "contact";
  if (address === null) return "address";
  return shops.every(({ chosen }) => chosen !== null) ? "payment" : "shipping";
}
