import type { AffiliateId, CommissionId, Instant, LinkId, OrderId, OrderLineId, PostId, Ppm, ProductId, TouchId } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import type { Minor } from "../kernel/money";
import type { ProgramStep } from "./order-events";

/** Where a touch happened, as the reports group it. */
export type Channel = "link" | "post" | "storefront" | "coupon";

/** Everything decided about one placed order: who is credited with which part of which line, and what that earns. */
export type CommissionDecided = ProgramStep & {
  readonly orderId: OrderId;
  readonly currency: Currency;
  readonly lines: readonly DecidedLine[];
};

export type DecidedLine = {
  readonly orderLineId: OrderLineId;
  readonly productId: ProductId;
  readonly credits: readonly DecidedCredit[];
};

/** A share of a line credited to one touch; units and money are that share of the line's totals. */
export type DecidedCredit = CreditedTouch & {
  readonly ppm: Ppm;
  /** The credit's share of the whole order in parts per million (`orders_credited`). */
  readonly orderPpm: Ppm;
  readonly units: number;
  readonly baseMinor: Minor;
  /** 0 when a rule refused it; then the decision says why. */
  readonly commissionMinor: Minor;
};

/** Whose touch, and where in the reports it belongs. */
export type CreditedTouch = {
  readonly affiliateId: AffiliateId;
  readonly touchId: TouchId;
  readonly touchedAt: Instant;
  readonly channel: Channel;
  readonly linkId: LinkId | null;
  readonly postId: PostId | null;
};

/** What a cancel or refund takes back, by the terms of the sale; amounts are positive differences of this step. */
export type CommissionReversed = ProgramStep & {
  readonly orderId: OrderId;
  readonly currency: Currency;
  readonly cause: "cancel" | "refund";
  readonly lines: readonly {
    readonly orderLineId: OrderLineId;
    readonly productId: ProductId;
    readonly credits: readonly (CreditedTouch & {
      readonly commissionId: CommissionId | null;
      readonly units: number;
      readonly baseMinor: Minor;
      readonly commissionMinor: Minor;
    })[];
  }[];
};
