import { type BagLine, lineChange, type StoredBagLine } from "~/domain/checkout/bag";
import type { CheckoutShop } from "~/domain/checkout/checkout";
import { priceShop, type Seller } from "~/domain/checkout/price-shop";
import type { BrandId, Instant, VariantId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import type { Queryable } from "../open";
import { findOffers, listBagLines } from "./bags";
import { listCheckoutLines, type StoredCheckout, type StoredCheckoutLine } from "./checkouts";
import { listSellers } from "./sellers";
import { listShippingOptions, type ShippingOption } from "./shipping";
import { readTaxRates } from "./taxes";

/** A checkout priced at present: what would be bought if it were paid now. */
export type PricedCheckout = {
  readonly shops: readonly (CheckoutShop & { readonly seller: Seller })[];
  /** False when the bag holds other lines of the currency, or other quantities, than the checkout was opened with. */
  readonly isOfBag: boolean;
};

/** Prices a checkout by what the catalogue, the shipping options and the tax rates say now. */
export async function readPricedCheckout(q: Queryable, stored: StoredCheckout, now: Instant): Promise<PricedCheckout> {
  const lines = await listCheckoutLines(q, stored.checkoutId);
  const offers = await findOffers(
    q,
    lines.map(({ variantId }) => variantId),
  );
  const inBag = (await listBagLines(q, stored.bagId)).filter(({ offer }) => offer?.currency === stored.currency);
  const sellers = await listSellers(q, [...new Set(lines.map(({ brandId }) => brandId))]);
  const present = lines.map((line) => presentLine(line, offers, inBag));
  const terms = await readTerms(q, sellers, stored);
  return {
    shops: sellers.map((seller) => ({
      seller,
      ...priceShop(seller, {
        lines: present.filter(({ brandId }) => brandId === seller.brandId),
        rates: terms.ratesOf(seller),
        options: terms.options.filter(({ brandId }) => brandId === seller.brandId),
        chosenId: stored.shipping[seller.brandId] ?? null,
        now,
      }),
    })),
    isOfBag: isSame(lines, inBag),
  };
}

/** Where the address is not known yet, each brand's own country stands in for the tax, and no way to ship is on offer. */
async function readTerms(q: Queryable, sellers: readonly Seller[], { address }: StoredCheckout) {
  const brandIds = sellers.map(({ brandId }) => brandId);
  const countries = address === null ? [...new Set(sellers.map(({ country }) => country))] : [address.country];
  const rates = new Map<string, Awaited<ReturnType<typeof readTaxRates>>>();
  for (const country of countries) rates.set(country, await readTaxRates(q, { brandIds, country }));
  const options: readonly ShippingOption[] = address === null ? [] : await listShippingOptions(q, { brandIds, country: address.country });
  const ratesOf = (seller: Seller) => {
    const found = rates.get(address?.country ?? seller.country);
    if (found === undefined) throw new Error(`No tax rates were read for ${seller.brandId}`);
    return found;
  };
  return { options, ratesOf };
}

function presentLine(
  line: StoredCheckoutLine,
  offers: Awaited<ReturnType<typeof findOffers>>,
  inBag: readonly StoredBagLine[],
): BagLine & { readonly frozenAt: Instant } {
  const offer = offers.get(line.variantId) ?? null;
  const seenPriceMinor = inBag.find(({ variantId }) => variantId === line.variantId)?.seenPriceMinor ?? offer?.priceMinor ?? minor(0);
  const stored = { variantId: line.variantId, brandId: line.brandId, quantity: line.quantity, seenPriceMinor, offer };
  const listMinor = minor((offer?.priceMinor ?? 0) * line.quantity);
  return { ...stored, change: lineChange(stored), listMinor, frozenAt: line.frozenAt };
}

function isSame(lines: readonly StoredCheckoutLine[], inBag: readonly StoredBagLine[]): boolean {
  const quantities = new Map<VariantId, number>(inBag.map((line) => [line.variantId, line.quantity]));
  return lines.length === quantities.size && lines.every((line) => quantities.get(line.variantId) === line.quantity);
}

/** The brands of a checkout. */
export function brandsOf(lines: readonly { readonly brandId: BrandId }[]): readonly BrandId[] {
  return [...new Set(lines.map(({ brandId }) => brandId))];
}
