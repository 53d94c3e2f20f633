import type { AffiliateId, Instant, PostId, Ppm, TagId, VariantId } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import type { Minor } from "../kernel/money";

/** Whoever shows something: a creator, who has a handle and can be followed, or a brand. */
export type Author =
  | { readonly kind: "affiliate"; readonly affiliateId: AffiliateId; readonly handle: string; readonly name: string }
  | { readonly kind: "brand"; readonly slug: string; readonly name: string };

/** A post's picture; width and height keep its place on the page before it has come. */
export type PostPicture = { readonly url: string; readonly alt: string; readonly width: number; readonly height: number };

/** A post as people see it. */
export type Post = {
  readonly postId: PostId;
  readonly author: Author;
  readonly caption: string;
  readonly picture: PostPicture;
  /** Made for money or for a share of what it sells: the page says so. */
  readonly paid: boolean;
  readonly publishedAt: Instant;
  /** True when whoever looks follows its author. */
  readonly followed: boolean;
  readonly tags: readonly PostTag[];
};

/** A product shown in a post, and where in its picture; only what can be bought is tagged. */
export type PostTag = {
  readonly tagId: TagId;
  /** Place in the picture, in parts per million of its width and height from the upper left. */
  readonly xPpm: Ppm;
  readonly yPpm: Ppm;
  readonly brand: { readonly slug: string; readonly name: string };
  readonly handle: string;
  readonly title: string;
  /** The variant in the picture, when the author said which. */
  readonly variantId: VariantId | null;
  /** That variant's price, or the product's lowest. */
  readonly priceMinor: Minor;
  readonly currency: Currency;
  readonly soldOut: boolean;
};
