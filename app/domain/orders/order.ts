import type { Address } from "../checkout/address";
import type { LineTotals } from "../checkout/totals";
import type {
  BagId,
  Bps,
  BrandId,
  CheckoutId,
  Instant,
  OrderId,
  OrderLineId,
  PaymentId,
  PersonId,
  ProductId,
  VariantId,
} from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import type { Minor } from "../kernel/money";
import type { CardOnFile } from "../payments/card";
import type { PaymentSums } from "../payments/payment-facts";
import type { LineQuantities, OrderState, OrderStatus } from "./order-status";

/** One variant × quantity, with everything copied at purchase. */
export type OrderLine = LineQuantities &
  LineTotals & {
    readonly orderLineId: OrderLineId;
    readonly productId: ProductId;
    readonly variantId: VariantId;
    readonly position: number;
    readonly title: string;
    readonly optionText: string;
    readonly pictureUrl: string | null;
    readonly unitPriceMinor: Minor;
    readonly taxBps: Bps;
  };

export type OrderShipping = {
  readonly name: string;
  readonly carrier: string;
  readonly amountMinor: Minor;
  readonly taxMinor: Minor;
  readonly taxBps: Bps;
};

/** One brand's part of a checkout, with one payment of its own. */
export type Order = {
  readonly orderId: OrderId;
  readonly number: string;
  readonly brandId: BrandId;
  readonly checkoutId: CheckoutId;
  readonly personId: PersonId | null;
  readonly email: string;
  readonly currency: Currency;
  readonly state: OrderState;
  readonly taxInclusive: boolean;
  readonly address: Address;
  readonly shipping: OrderShipping;
  readonly totalMinor: Minor;
  /** The platform's fee on the captured merchandise base. */
  readonly feeBps: Bps;
  readonly deliverFrom: Instant;
  readonly deliverTo: Instant;
  readonly createdAt: Instant;
  readonly placedAt: Instant | null;
  /** Until then units can be canceled by a tap; then what is left is captured. */
  readonly cancelUntil: Instant | null;
  readonly version: number;
  readonly lines: readonly OrderLine[];
};

/** An order as its shopper sees it. */
export type OrderView = Order & {
  readonly brand: { readonly slug: string; readonly name: string };
  readonly paymentId: PaymentId;
  readonly status: OrderStatus;
  readonly payment: PaymentSums;
  /** The card it is paid with, as far as we know it; `null` before the provider told. */
  readonly card: CardOnFile | null;
  /** What is not to be paid any more: canceled units with their tax; shipping too once all are canceled. */
  readonly canceledMinor: Minor;
  /** True while `cancelUntil` runs and something is left. */
  readonly isCancelable: boolean;
};

/** Whoever looks at a bag, checkout or order: a signed-in person, or a guest known by their bag's cookie. */
export type Shopper = { readonly personId: PersonId | null; readonly bagId: BagId | null };
