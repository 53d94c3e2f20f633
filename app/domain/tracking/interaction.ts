import type { BrandId, CheckoutId, Instant, PostId, ProductId, VisitorId } from "../kernel/branded";
import type { Sender } from "./contact";
import type { Device, InApp } from "./device";
import type { Disqualification } from "./touch";

/** What people do on the way to buying, in the words of the domain. Link clicks are touches and stand there. */
export const INTERACTION_KINDS = [
  "impression",
  "tag_tap",
  "product_view",
  "bag_add",
  "checkout_started",
  "checkout_contact",
  "checkout_address",
  "checkout_shipping",
  "checkout_payment_submitted",
  "checkout_payment_challenged",
  "checkout_payment_failed",
] as const;
export type InteractionKind = (typeof INTERACTION_KINDS)[number];

/** One thing a page says its reader did; what it names is looked up before it is believed. */
export type SaidInteraction = {
  readonly kind: InteractionKind;
  readonly productId: ProductId | null;
  readonly postId: PostId | null;
  readonly checkoutId: CheckoutId | null;
  /** Why a payment failed. */
  readonly reason: string | null;
};

/** A row of the telemetry log. */
export type Interaction = {
  readonly kind: InteractionKind;
  readonly at: Instant;
  readonly visitorId: VisitorId | null;
  readonly brandId: BrandId | null;
  readonly productId: ProductId | null;
  readonly postId: PostId | null;
  readonly checkoutId: CheckoutId | null;
  readonly device: Device;
  readonly inApp: InApp | null;
  readonly excluded: Disqualification | null;
  readonly reason: string | null;
};

/** What one page reported at once, with what its request says about the sender. */
export type Report = {
  readonly at: Instant;
  readonly visitorId: VisitorId | null;
  readonly sender: Sender;
  readonly rows: readonly SaidInteraction[];
};

/** Which products and posts exist, and whose they are. */
export type KnownThings = {
  readonly brandOfProduct: ReadonlyMap<string, BrandId>;
  /** A creator's post belongs to no brand. */
  readonly brandOfPost: ReadonlyMap<string, BrandId | null>;
};

/** The rows of a report that name only things that exist; the rest is dropped, as nobody could count it. */
export function believedRows(
  report: Report,
  { known, visitorId }: { readonly known: KnownThings; readonly visitorId: VisitorId | null },
): readonly Interaction[] {
  const { unseen, device, inApp } = report.sender;
  return report.rows.flatMap((row) => {
    const brandOfProduct = row.productId === null ? null : known.brandOfProduct.get(row.productId);
    const brandOfPost = row.postId === null ? null : known.brandOfPost.get(row.postId);
    if (brandOfProduct === undefined || brandOfPost === undefined) return [];
    const brandId = brandOfProduct ?? brandOfPost;
    return [{ ...row, at: report.at, visitorId, brandId, device, inApp, excluded: unseen }];
  });
}
