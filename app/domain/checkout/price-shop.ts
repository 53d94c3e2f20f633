import type { Bps, BrandId, Instant, Zone } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import { type Minor, minor, sumMinor } from "../kernel/money";
import type { BagLine } from "./bag";
import type { CheckoutLine, CheckoutShop, ShippingChoice } from "./checkout";
import { deliveryDates } from "./delivery";
import type { ShippingTerms } from "./shipping-defaults";
import { STANDARD_CLASS } from "./tax-defaults";
import { lineTotals, type OrderTotals, orderTotals } from "./totals";

/** What a checkout must know of a brand. */
export type Seller = {
  readonly brandId: BrandId;
  readonly slug: string;
  readonly name: string;
  readonly currency: Currency;
  readonly timezone: Zone;
  /** Where it sells from, ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly taxInclusive: boolean;
  readonly feeBps: Bps;
  readonly cancelWindowMinutes: number;
};

/** The rate of a brand's tax class where the parcel goes. */
export type TaxRates = (brandId: BrandId, taxClass: string) => Bps;

type ShopInput = {
  readonly lines: readonly (BagLine & { readonly frozenAt: Instant })[];
  readonly rates: TaxRates;
  readonly options: readonly (ShippingTerms & { readonly optionId: string })[];
  /** What the shopper chose; the first option counts while they have not. */
  readonly chosenId: string | null;
  readonly now: Instant;
};

/** Prices one brand's part of a checkout. Lines that are gone count nothing. */
export function priceShop(seller: Seller, { lines, rates, options, chosenId, now }: ShopInput): CheckoutShop {
  const { brandId, slug, name, taxInclusive } = seller;
  const choices: readonly ShippingChoice[] = options.map((option) => ({
    ...option,
    delivery: deliveryDates(now, option, seller.timezone),
  }));
  const chosen = choices.find(({ optionId }) => optionId === chosenId) ?? choices[0] ?? null;
  const priced: readonly CheckoutLine[] = lines.map((line) => ({
    ...line,
    ...lineTotals(
      { unitPriceMinor: line.offer?.priceMinor ?? minor(0), quantity: line.quantity },
      { taxInclusive, taxBps: rates(brandId, line.offer?.taxClass ?? STANDARD_CLASS) },
    ),
  }));
  const shipping = { amountMinor: chosen?.amountMinor ?? minor(0), taxInclusive, taxBps: rates(brandId, STANDARD_CLASS) };
  return { brandId, slug, name, taxInclusive, lines: priced, choices, chosen, totals: orderTotals(priced, shipping) };
}

/** What all orders of a checkout cost together. */
export function sumTotals(totals: readonly OrderTotals[]): OrderTotals {
  const sum = (of: keyof OrderTotals): Minor => sumMinor(totals.map((each) => each[of]));
  return {
    listMinor: sum("listMinor"),
    discountMinor: sum("discountMinor"),
    paidMinor: sum("paidMinor"),
    shippingMinor: sum("shippingMinor"),
    shippingTaxMinor: sum("shippingTaxMinor"),
    taxMinor: sum("taxMinor"),
    addedTaxMinor: sum("addedTaxMinor"),
    totalMinor: sum("totalMinor"),
  };
}
