import { createHash } from "node:crypto";
import type { LineChange } from "~/domain/checkout/bag";
import { isIdle } from "~/domain/checkout/checkout-times";
import type { PayAnswer } from "~/domain/checkout/pay-answer";
import { sumTotals } from "~/domain/checkout/price-shop";
import type { CheckoutId, Instant, SavedCardId, VariantId, VisitorId } from "~/domain/kernel/branded";
import type { Minor } from "~/domain/kernel/money";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import type { Shopper } from "~/domain/orders/order";
import { submitCheckout } from "~db/queries/checkout-ends";
import { findCheckout, findCheckoutByPayKey, isOwn, type StoredCheckout } from "~db/queries/checkouts";
import { type ReadyCheckout, type ReadyShop, writeOrder } from "~db/queries/order-writes";
import { readPricedCheckout } from "~db/queries/priced-checkouts";
import { findCardToken } from "~db/queries/saved-cards";
import { isDuplicate, type Tx, transact } from "~db/transaction";
import { pursueFate } from "./checkout-fate";
import type { ShopDeps } from "./deps";

/** With what the shopper pays; a typed card is kept only when asked. */
export type PayWith = { readonly kind: "typed"; readonly save: boolean } | { readonly kind: "saved"; readonly savedCardId: SavedCardId };

export type PlaceOrder = {
  readonly checkoutId: CheckoutId;
  readonly by: Shopper;
  /** Of the request. */
  readonly visitorId: VisitorId | null;
  /** Made with the form: the same key gives the same answer, however often it is sent. */
  readonly payKey: string;
  readonly card: PayWith;
  /** What the shopper saw and agreed to pay. */
  readonly seenTotalMinor: Minor;
};

export type ChangedLine = { readonly variantId: VariantId; readonly title: string; readonly change: Exclude<LineChange, { kind: "none" }> };

export type PlaceOrderRefusal =
  /** `key_reused`: this key was used with another body. `already_paying`: another key is at work. `closed`: decided already. */
  | { readonly kind: "not_found" | "key_reused" | "already_paying" | "closed" | "expired" | "bag_changed" | "no_card" }
  | { readonly kind: "incomplete"; readonly missing: "contact" | "address" | "shipping" }
  | { readonly kind: "lines_changed"; readonly lines: readonly ChangedLine[] }
  | { readonly kind: "total_changed"; readonly totalMinor: Minor };

/**
 * Pays a checkout: in one transaction prices and stock are checked, stock is reserved and the orders written; then
 * the provider is asked, outside of any; then the checkout's fate is decided, once. A refusal leaves nothing
 * behind. Sent again under its key it goes on where it stands. Source: domain §3.
 */
export async function placeOrder(deps: ShopDeps, input: PlaceOrder): Promise<Outcome<PayAnswer, PlaceOrderRefusal>> {
  const submitted = await submitOnce(deps, input);
  if (!submitted.ok) return submitted;
  deps.faults.reach("place.after_commit");
  return done(await pursueFate(deps, submitted.value, "submit"));
}

async function submitOnce(deps: ShopDeps, input: PlaceOrder): Promise<Outcome<CheckoutId, PlaceOrderRefusal>> {
  const payHash = hashOf(input);
  try {
    return await transact(deps.db, async (tx) => {
      const known = await findCheckoutByPayKey(tx, input.payKey);
      if (known !== undefined) return sameAgain(known, input, payHash);
      const submitted = await submit(deps, tx, { input, payHash });
      if (submitted.ok) deps.faults.reach("place.before_commit");
      return submitted;
    });
  } catch (error) {
    // Two bodies raced under one key, each on its own checkout; the other one was first.
    if (isDuplicate(error) && (await findCheckoutByPayKey(deps.db.query, input.payKey)) !== undefined)
      return refused({ kind: "key_reused" });
    throw error;
  }
}

function sameAgain(known: StoredCheckout, input: PlaceOrder, payHash: string): Outcome<CheckoutId, PlaceOrderRefusal> {
  return isOwn(known, input.by) && known.payHash === payHash ? done(known.checkoutId) : refused({ kind: "key_reused" });
}

function hashOf({ checkoutId, card, seenTotalMinor }: PlaceOrder): string {
  const what = card.kind === "saved" ? card.savedCardId : card.save;
  return createHash("sha256")
    .update(JSON.stringify([checkoutId, card.kind, what, seenTotalMinor]))
    .digest("hex");
}

type Submitting = { readonly input: PlaceOrder; readonly payHash: string };

async function submit(deps: ShopDeps, tx: Tx, { input, payHash }: Submitting): Promise<Outcome<CheckoutId, PlaceOrderRefusal>> {
  const now = deps.clock.now();
  const checkout = await findCheckout(tx, input.checkoutId);
  if (checkout === undefined || !isOwn(checkout, input.by)) return refused({ kind: "not_found" });
  const closed = closedKind(checkout.state === "open" && isIdle(checkout, now) ? "expired" : checkout.state);
  if (closed !== null) return refused({ kind: closed });
  const ready = await readReady(tx, checkout, { now, seenTotalMinor: input.seenTotalMinor });
  if (!ready.ok) return ready;
  const card = await readCard(tx, checkout, input);
  if (!card.ok) return card;
  const visitorIds = [...new Set([input.visitorId, checkout.visitorId].filter((visitorId) => visitorId !== null))];
  const buyer = { personId: checkout.personId ?? input.by.personId, visitorIds };
  for (const shop of ready.value.shops) await writeOrder(tx, deps, { checkout: ready.value.checkout, shop, buyer });
  const saveCard = input.card.kind === "typed" && input.card.save && checkout.personId !== null;
  await submitCheckout(tx, checkout.checkoutId, { payKey: input.payKey, payHash, cardToken: card.value, saveCard, now });
  return done(checkout.checkoutId);
}

function closedKind(state: StoredCheckout["state"]): "already_paying" | "closed" | "expired" | null {
  switch (state) {
    case "open":
      return null;
    case "paying":
      return "already_paying";
    case "expired":
      return "expired";
    case "placed":
    case "failed":
      return "closed";
  }
}

type Ready = { readonly checkout: ReadyCheckout; readonly shops: readonly ReadyShop[] };

async function readReady(
  tx: Tx,
  checkout: StoredCheckout,
  { now, seenTotalMinor }: { readonly now: Instant; readonly seenTotalMinor: Minor },
): Promise<Outcome<Ready, PlaceOrderRefusal>> {
  const { email, address } = checkout;
  if (email === null) return refused({ kind: "incomplete", missing: "contact" });
  if (address === null) return refused({ kind: "incomplete", missing: "address" });
  const priced = await readPricedCheckout(tx, checkout, now);
  const changed = priced.shops.flatMap(({ lines }) => lines.flatMap(changedLine));
  if (changed.length > 0) return refused({ kind: "lines_changed", lines: changed });
  if (!priced.isOfBag || priced.shops.length === 0) return refused({ kind: "bag_changed" });
  const shops = priced.shops.flatMap((shop) => (shop.chosen === null ? [] : [{ ...shop, chosen: shop.chosen }]));
  if (shops.length < priced.shops.length) return refused({ kind: "incomplete", missing: "shipping" });
  const { totalMinor } = sumTotals(shops.map(({ totals }) => totals));
  if (totalMinor !== seenTotalMinor) return refused({ kind: "total_changed", totalMinor });
  return done({ checkout: { ...checkout, email, address }, shops });
}

function changedLine(line: {
  readonly variantId: VariantId;
  readonly offer: { readonly title: string } | null;
  readonly change: LineChange;
}): readonly ChangedLine[] {
  const { variantId, offer, change } = line;
  return change.kind === "none" ? [] : [{ variantId, title: offer?.title ?? "", change }];
}

/** What the provider is to charge: a kept card's token, or `null` for the card typed into this checkout's entry. */
async function readCard(tx: Tx, checkout: StoredCheckout, { card, by }: PlaceOrder): Promise<Outcome<string | null, PlaceOrderRefusal>> {
  if (card.kind === "typed") return checkout.cardEntryId === null ? refused({ kind: "no_card" }) : done(null);
  const token = by.personId === null ? undefined : await findCardToken(tx, { savedCardId: card.savedCardId, personId: by.personId });
  return token === undefined ? refused({ kind: "no_card" }) : done(token);
}
