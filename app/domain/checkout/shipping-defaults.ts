import { type Currency, exponentOf } from "../kernel/currency";
import { type Minor, minor } from "../kernel/money";
import { TAXED_COUNTRIES } from "./tax-defaults";

/** What a shopper may choose: a name, who carries it, what it costs and how long it takes (working days). */
export type ShippingTerms = {
  readonly name: string;
  readonly carrier: string;
  readonly country: string;
  readonly amountMinor: Minor;
  readonly minDays: number;
  readonly maxDays: number;
  /** Among the options of its country, from 0: the first is chosen unless the shopper chooses. */
  readonly position: number;
};

/** With which a new brand starts: two ways at home, one abroad. In hundredths of the currency's unit, or whole units where it has no smaller ones. */
const HOME_STANDARD = 490;
const HOME_EXPRESS = 990;
const ABROAD = 1_290;

/** The shipping options of a new brand: standard and express at home, standard to every other country it has a tax rate for. */
export function defaultShipping(home: string, currency: Currency): readonly ShippingTerms[] {
  const priced = (hundredths: number): Minor => minor(exponentOf(currency) === 3 ? hundredths * 10 : hundredths);
  const standard = { name: "Standard", carrier: "Post", position: 0 };
  return [
    { ...standard, country: home, amountMinor: priced(HOME_STANDARD), minDays: 2, maxDays: 4 },
    { name: "Express", carrier: "DHL", position: 1, country: home, amountMinor: priced(HOME_EXPRESS), minDays: 1, maxDays: 2 },
    ...TAXED_COUNTRIES.filter((country) => country !== home).map((country) => ({
      ...standard,
      country,
      amountMinor: priced(ABROAD),
      minDays: 4,
      maxDays: 8,
    })),
  ];
}
