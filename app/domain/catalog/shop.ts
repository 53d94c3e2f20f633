import type { BrandId, Zone } from "../kernel/branded";
import type { Currency } from "../kernel/currency";

/** A brand as shoppers meet it: who sells, in what currency, and what it promises. */
export type Shop = {
  readonly brandId: BrandId;
  readonly slug: string;
  readonly name: string;
  /** The company that sells, as the law wants it named; the brand's name where none is given. */
  readonly legalName: string;
  readonly currency: Currency;
  readonly timezone: Zone;
  /** Where it sells from, ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly taxInclusive: boolean;
  /** How long an order can be canceled by a tap. */
  readonly cancelWindowMinutes: number;
};
