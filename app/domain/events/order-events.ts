import type { CheckoutId, Instant, OrderId, OrderLineId, PaymentId, PersonId, ProductId, ProgramId, VariantId } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import type { Minor } from "../kernel/money";

/** The place of an event among all that concern one program's commissions; assigned in the event's own transaction. */
export type ProgramStep = { readonly programId: ProgramId; readonly programSeq: number };

/** An order of one brand that its shopper has paid for (authorised). Amounts in the order's currency. */
export type OrderPlaced = ProgramStep & {
  readonly checkoutId: CheckoutId;
  readonly personId: PersonId | null;
  readonly currency: Currency;
  /** No earlier uncanceled order of this shopper with the brand. */
  readonly newCustomer: boolean;
  readonly shippingMinor: Minor;
  readonly lines: readonly PlacedLine[];
};

export type PlacedLine = {
  readonly orderLineId: OrderLineId;
  readonly productId: ProductId;
  readonly variantId: VariantId;
  readonly quantity: number;
  /** List price without its tax: what `gross_sales` counts. */
  readonly grossMinor: Minor;
  /** What the shopper pays for the line, tax included where prices include it. */
  readonly paidMinor: Minor;
  readonly taxMinor: Minor;
  /** Without tax and shipping: what commission is counted on. `discounts` = gross − base. */
  readonly baseMinor: Minor;
};

/** Units taken back inside the cancel window, before capture; amounts are this step's differences. */
export type OrderLinesCanceled = ProgramStep & {
  readonly currency: Currency;
  readonly reason: string;
  readonly lines: readonly LineTakenBack[];
};

export type LineTakenBack = {
  readonly orderLineId: OrderLineId;
  readonly productId: ProductId;
  readonly quantity: number;
  readonly paidBackMinor: Minor;
  readonly taxBackMinor: Minor;
  readonly baseBackMinor: Minor;
};

export type CheckoutFailed = { readonly checkoutId: CheckoutId; readonly reason: string };

export type PaymentCaptured = {
  readonly orderId: OrderId;
  readonly paymentId: PaymentId;
  readonly currency: Currency;
  readonly amountMinor: Minor;
  /** The platform's fee on the captured merchandise base, summed over lines. */
  readonly feeMinor: Minor;
};

export type PaymentVoided = { readonly orderId: OrderId; readonly paymentId: PaymentId };

/** What the provider paid out of its clearing account, net of its own cost. */
export type ProviderSettled = {
  readonly settlementId: string;
  readonly currency: Currency;
  readonly grossMinor: Minor;
  readonly costMinor: Minor;
  readonly settledAt: Instant;
};
