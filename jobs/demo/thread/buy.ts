import type { CheckoutId, OrderId, VariantId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { SECOND_MS } from "~/domain/kernel/instant";
import { addToBag } from "~/services/add-to-bag";
import { changeCheckout } from "~/services/change-checkout";
import { findShopper } from "~/services/find-shopper";
import { openCardEntry } from "~/services/open-card-entry";
import { openCheckout } from "~/services/open-checkout";
import { placeOrder } from "~/services/place-order";
import { readCheckout } from "~/services/read-checkout";
import type { WorkerDeps } from "../../container";
import type { KnownShopper } from "./demo-thread";

type Purchase = { readonly variantIds: readonly VariantId[]; readonly currency: Currency; readonly payKey: string };

/** The sandbox's card that always pays. Source: Stripe's published test cards. */
const CARD = { number: "4242424242424242", expiry: "12/34", cvc: "123" };

/** The provider is on the same machine. */
const TYPING_TIMEOUT_MS = 10 * SECOND_MS;

/**
 * Buys variants as the shopper would, by bag and checkout; the first time with a card typed into the provider's
 * frame and kept. Returns the orders; none when stock or bank said no.
 */
export async function buy(deps: WorkerDeps, known: KnownShopper, purchase: Purchase): Promise<readonly OrderId[]> {
  const bag = { token: null, personId: known.personId };
  for (const variantId of purchase.variantIds) await addToBag(deps, { bag, variantId, quantity: 1, touchIds: [] });
  const opened = await openCheckout(deps, { bag, currency: purchase.currency, visitorId: known.visitorId, touchIds: [] });
  if (!opened.ok) return [];
  const { checkoutId } = opened.value;
  const by = await findShopper(deps, bag);
  await changeCheckout(deps, { checkoutId, by, change: { kind: "address", address: addressOf(known) } });
  const checkout = await readCheckout(deps, { checkoutId, by });
  if (!checkout.ok || checkout.value.step !== "payment") return [];
  const [kept] = checkout.value.cards;
  if (kept === undefined) await typeCard(deps, { checkoutId, by });
  const paid = await placeOrder(deps, {
    checkoutId,
    by,
    visitorId: known.visitorId,
    payKey: purchase.payKey,
    card: kept === undefined ? { kind: "typed", save: true } : { kind: "saved", savedCardId: kept.savedCardId },
    seenTotalMinor: checkout.value.totals.totalMinor,
  });
  if (!paid.ok || paid.value.kind !== "placed") return [];
  const placed = await readCheckout(deps, { checkoutId, by });
  return placed.ok ? placed.value.orders.map((order) => order.orderId) : [];
}

function addressOf({ shopper }: KnownShopper) {
  const { name, line1, postalCode, city, region, country } = shopper;
  return { name, line1, line2: "", postalCode, city, region, country, phone: "" };
}

/** What the shopper's browser does in the provider's frame. */
async function typeCard(
  deps: WorkerDeps,
  asked: { readonly checkoutId: CheckoutId; readonly by: Awaited<ReturnType<typeof findShopper>> },
): Promise<void> {
  const entry = await openCardEntry(deps, asked);
  if (!entry.ok) return;
  await fetch(entry.value.frameUrl, {
    method: "POST",
    body: new URLSearchParams(CARD),
    redirect: "manual",
    signal: AbortSignal.timeout(TYPING_TIMEOUT_MS),
  });
}
