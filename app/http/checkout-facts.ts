import { TAXED_COUNTRIES } from "~/domain/checkout/tax-defaults";
import type { CheckoutId } from "~/domain/kernel/branded";
import { openCardEntry } from "~/services/open-card-entry";
import { readCheckout } from "~/services/read-checkout";
import type { CheckoutFacts, CheckoutPart } from "~/ui/checkout/checkout-facts";
import { type RouteArgs, readActorOf } from "./actor";
import { contextOf } from "./context";
import { countryOf } from "./country";
import { notFound } from "./refusals";
import { shopperOf } from "./shopper";

/** Where the first shoppers live: the guess when a browser speaks of no country. */
const HOME = "FR";

const PARTS: readonly CheckoutPart[] = ["contact", "address", "shipping", "card"];

/** A checkout with everything its page needs: which part is open, the card it would be paid with, the key of this form. */
export async function readCheckoutFacts(args: RouteArgs, checkoutId: CheckoutId): Promise<CheckoutFacts> {
  const { deps, locale } = contextOf(args);
  const by = await shopperOf(args);
  const read = await readCheckout(deps, { checkoutId, by });
  if (!read.ok) throw notFound();
  const checkout = read.value;
  const query = new URL(args.request.url).searchParams;
  const asked = PARTS.find((part) => part === query.get("edit")) ?? null;
  const wanted = query.get("card");
  const card = wanted === "new" ? null : (checkout.cards.find(({ savedCardId }) => savedCardId === wanted) ?? checkout.cards[0] ?? null);
  const typed = checkout.state === "open" && checkout.step === "payment" && card === null;
  const entry = typed ? await openCardEntry(deps, { checkoutId, by }) : null;
  return {
    checkout,
    open: checkout.step === "payment" ? asked : checkout.step,
    card,
    entry: entry === null ? null : entry.ok ? { frameUrl: inLanguage(entry.value.frameUrl, locale) } : "unreachable",
    payKey: deps.ids.next("pay"),
    mayKeep: (await readActorOf(args)) !== null,
    countries: TAXED_COUNTRIES,
    country: countryOf(args.request) ?? HOME,
    next: nextOf(checkout.state, checkoutId),
  };
}

/** A checkout that is over, or under way, has a page of its own. */
function nextOf(state: string, checkoutId: CheckoutId): string | null {
  if (state === "placed") return `/checkout/${checkoutId}/done`;
  return state === "paying" ? `/checkout/${checkoutId}/wait` : null;
}

function inLanguage(frameUrl: string, locale: string): string {
  const url = new URL(frameUrl);
  url.searchParams.set("lang", locale);
  return url.href;
}
