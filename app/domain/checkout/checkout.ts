import type { BrandId, CheckoutId, Instant, OrderId, VariantId } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import type { OrderState } from "../orders/order-status";
import type { SavedCard } from "../payments/card";
import type { Address } from "./address";
import type { BagLine } from "./bag";
import type { DeliveryDates } from "./delivery";
import type { FailReason } from "./fate";
import type { ShippingTerms } from "./shipping-defaults";
import type { LineTotals, OrderTotals } from "./totals";

/** `open` → `paying` → `placed` or `failed`, decided once; or `open` → `expired`. */
export type CheckoutState = "open" | "paying" | "placed" | "failed" | "expired";

/** A way to ship that is on offer for the address. */
export type ShippingChoice = ShippingTerms & { readonly optionId: string; readonly delivery: DeliveryDates };

export type CheckoutLine = BagLine & LineTotals & { readonly frozenAt: Instant };

/** One brand's part of a checkout; becomes one order with one payment. */
export type CheckoutShop = {
  readonly brandId: BrandId;
  readonly slug: string;
  readonly name: string;
  readonly taxInclusive: boolean;
  readonly lines: readonly CheckoutLine[];
  /** None before the address is known, or when the brand does not ship there. */
  readonly choices: readonly ShippingChoice[];
  readonly chosen: ShippingChoice | null;
  /** Shipping counts 0 and tax as at the brand's home while nothing is chosen. */
  readonly totals: OrderTotals;
};

/** What the shopper still has to say, in the order it is asked. */
export type CheckoutStep = "contact" | "address" | "shipping" | "payment";

/** One act of buying, as its shopper sees it. */
export type Checkout = {
  readonly checkoutId: CheckoutId;
  readonly state: CheckoutState;
  readonly currency: Currency;
  readonly openedAt: Instant;
  readonly email: string | null;
  readonly address: Address | null;
  readonly shops: readonly CheckoutShop[];
  readonly step: CheckoutStep;
  /** Sums over all shops. Final only when `step` is `payment`. */
  readonly totals: OrderTotals;
  /** Variants that cannot be bought as they stand. */
  readonly changed: readonly VariantId[];
  /** The signed-in shopper's kept cards, the default first. */
  readonly cards: readonly SavedCard[];
  /** Why it failed. */
  readonly failure: FailReason | null;
  readonly orders: readonly {
    readonly orderId: OrderId;
    readonly number: string;
    readonly brandName: string;
    readonly state: OrderState;
  }[];
};
