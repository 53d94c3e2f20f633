import type { ProductId } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import type { Minor } from "../kernel/money";
import type { ImageFacts } from "./product";

/** A product in the window of the start page. */
export type ShowcaseProduct = {
  readonly productId: ProductId;
  readonly title: string;
  readonly brand: string;
  readonly currency: Currency;
  /** The lowest price of its variants. */
  readonly lowestMinor: Minor;
  /** True when its variants have different prices. */
  readonly severalPrices: boolean;
  readonly soldOut: boolean;
  readonly image: ImageFacts | null;
};
