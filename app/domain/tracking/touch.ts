import type { Channel } from "../events/commission-events";
import type { AffiliateId, BrandId, Instant, LinkId, PostId, ProductId, TouchId } from "../kernel/branded";

/** Why a contact counts for nobody; kept, so that filters can be run again on the past. Source: domain §4. */
export type Disqualification = "bot" | "prefetch" | "not_navigate" | "duplicate" | "self" | "partnership" | "banned";

/** What a touch points at: a product of a brand, or the whole brand. */
export type TouchTarget = {
  readonly brandId: BrandId;
  readonly productId: ProductId | null;
  readonly disqualified: Disqualification | null;
};

/** A credit-bearing contact of a visitor with an affiliate. */
export type Touch = {
  readonly touchId: TouchId;
  readonly affiliateId: AffiliateId;
  readonly channel: Channel;
  readonly at: Instant;
  readonly linkId: LinkId | null;
  readonly postId: PostId | null;
};

/**
 * A touch as one order line's frozen path holds it, with everything a decision reads: so a decision can be
 * recomputed from the line alone. The path is in time order, and covers every touch on the brand in reach.
 */
export type PathTouch = Touch & {
  /** `product`: the touch points at the line's product; `brand`: at its brand, or at another product of it. */
  readonly pointsAt: "product" | "brand";
  /** Set by the filters at the touch, or `self` when the buyer is the affiliate. `null` = qualified. */
  readonly disqualified: Disqualification | null;
};

/** What a line remembers of the time before it was bought. */
export type FrozenPath = { readonly frozenAt: Instant; readonly touches: readonly PathTouch[] };
