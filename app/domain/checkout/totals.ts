import type { Bps } from "../kernel/branded";
import { divideRounded, type Minor, minor, sumMinor } from "../kernel/money";
import { shareOf, WHOLE_BPS } from "../kernel/rates";
import { splitByWeight } from "../kernel/split";

/** How a brand writes its prices, and the tax that applies where the parcel goes. */
export type TaxTerms = { readonly taxInclusive: boolean; readonly taxBps: Bps };

/**
 * The tax of an amount: contained in it where prices are inclusive, round(amount × r ÷ (1 + r)); added to it
 * where they are not, round(amount × r). Half away from zero. Source: domain §2.
 */
export function taxOf(amount: Minor, { taxInclusive, taxBps }: TaxTerms): Minor {
  if (!taxInclusive) return shareOf(amount, taxBps);
  return minor(Number(divideRounded(BigInt(amount) * BigInt(taxBps), BigInt(WHOLE_BPS + taxBps))));
}

/** What a line costs: copied into the order at purchase, never computed again. */
export type LineTotals = {
  /** Unit price × quantity. */
  readonly listMinor: Minor;
  readonly discountMinor: Minor;
  /** List less discount; contains the tax where prices do. */
  readonly paidMinor: Minor;
  readonly taxMinor: Minor;
  /** List without its tax: what `gross_sales` counts. */
  readonly grossMinor: Minor;
  /** Paid without its tax: what commission and fee are counted on. */
  readonly baseMinor: Minor;
};

/** Computes a line. Errors: RangeError for a discount below 0 or above the list price. */
export function lineTotals(
  line: { readonly unitPriceMinor: Minor; readonly quantity: number; readonly discountMinor?: Minor },
  terms: TaxTerms,
): LineTotals {
  const listMinor = minor(line.unitPriceMinor * line.quantity);
  const discountMinor = line.discountMinor ?? minor(0);
  if (discountMinor < 0 || discountMinor > listMinor) throw new RangeError(`A discount of ${discountMinor} on ${listMinor}`);
  const paidMinor = minor(listMinor - discountMinor);
  const taxMinor = taxOf(paidMinor, terms);
  return {
    listMinor,
    discountMinor,
    paidMinor,
    taxMinor,
    grossMinor: withoutTax(listMinor, terms),
    baseMinor: terms.taxInclusive ? minor(paidMinor - taxMinor) : paidMinor,
  };
}

/** An amount less the tax it contains; the amount itself where prices contain none. */
export function withoutTax(amount: Minor, terms: TaxTerms): Minor {
  return terms.taxInclusive ? minor(amount - taxOf(amount, terms)) : amount;
}

/** One discount over the lines it was computed on, by their list prices: the parts sum to the whole. */
export function splitDiscount(discountMinor: Minor, lists: readonly Minor[]): readonly Minor[] {
  return splitByWeight(discountMinor, lists.map(BigInt)).map(minor);
}

/** What an order costs: the sums of its lines and its shipping, a taxed line outside the commission base. */
export type OrderTotals = {
  readonly listMinor: Minor;
  readonly discountMinor: Minor;
  readonly paidMinor: Minor;
  readonly shippingMinor: Minor;
  readonly shippingTaxMinor: Minor;
  /** All tax, of lines and shipping, contained in prices or added to them. */
  readonly taxMinor: Minor;
  /** The part of it that comes on top of `paidMinor` and `shippingMinor`; 0 where prices contain tax. */
  readonly addedTaxMinor: Minor;
  /** What is authorised. */
  readonly totalMinor: Minor;
};

/** Adds an order up. `shipping.taxBps` is the rate of its country's standard class. */
export function orderTotals(
  lines: readonly Pick<LineTotals, "listMinor" | "discountMinor" | "paidMinor" | "taxMinor">[],
  shipping: { readonly amountMinor: Minor } & TaxTerms,
): OrderTotals {
  const paidMinor = sumMinor(lines.map((line) => line.paidMinor));
  const shippingTaxMinor = taxOf(shipping.amountMinor, shipping);
  const taxMinor = sumMinor([...lines.map((line) => line.taxMinor), shippingTaxMinor]);
  const addedTaxMinor = shipping.taxInclusive ? minor(0) : taxMinor;
  return {
    listMinor: sumMinor(lines.map((line) => line.listMinor)),
    discountMinor: sumMinor(lines.map((line) => line.discountMinor)),
    paidMinor,
    shippingMinor: shipping.amountMinor,
    shippingTaxMinor,
    taxMinor,
    addedTaxMinor,
    totalMinor: sumMinor([paidMinor, shipping.amountMinor, addedTaxMinor]),
  };
}
