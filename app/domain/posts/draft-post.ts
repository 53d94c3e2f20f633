import type { Ppm, ProductId, VariantId } from "../kernel/branded";
import { done, type Outcome, refused } from "../kernel/outcome";
import type { PostPicture } from "./post";

/** A post as its author hands it in; tags lie at shares of the picture's width and height. */
export type PostDraft = {
  readonly caption: string;
  readonly picture: PostPicture;
  readonly tags: readonly TagDraft[];
};

/** What stands where: `x` and `y` in 0..1 from the upper left. */
export type TagDraft = { readonly productId: ProductId; readonly variantId: VariantId | null; readonly x: number; readonly y: number };

/** A tag at its place in parts per million. */
export type PlacedTag = { readonly productId: ProductId; readonly variantId: VariantId | null; readonly xPpm: Ppm; readonly yPpm: Ppm };

export type DraftedPost = { readonly caption: string; readonly picture: PostPicture; readonly tags: readonly PlacedTag[] };

export type DraftRefusal = {
  readonly kind: "caption_too_long" | "picture_invalid" | "alt_missing" | "tag_outside" | "too_many_tags";
};

/** As long as the captions people are used to elsewhere. */
const LONGEST_CAPTION = 2_200;
const LONGEST_ALT = 500;

/** More would hide the picture. */
const MOST_TAGS = 20;

/** No picture anybody sends is wider or higher. */
const LARGEST_SIDE = 20_000;

const WHOLE_PPM = 1_000_000;

/** Checks what a post says and puts its tags at their places, rounded to the nearest millionth. */
export function draftPost(draft: PostDraft): Outcome<DraftedPost, DraftRefusal> {
  const caption = draft.caption.trim();
  const alt = draft.picture.alt.trim();
  if (caption.length > LONGEST_CAPTION) return refused({ kind: "caption_too_long" });
  if (alt === "" || alt.length > LONGEST_ALT) return refused({ kind: "alt_missing" });
  if (!isOwnPicture(draft.picture)) return refused({ kind: "picture_invalid" });
  if (draft.tags.length > MOST_TAGS) return refused({ kind: "too_many_tags" });
  const tags = draft.tags.flatMap(({ productId, variantId, x, y }) => {
    const [xPpm, yPpm] = [ppmOf(x), ppmOf(y)];
    return xPpm === undefined || yPpm === undefined ? [] : [{ productId, variantId, xPpm, yPpm }];
  });
  if (tags.length < draft.tags.length) return refused({ kind: "tag_outside" });
  return done({ caption, picture: { ...draft.picture, alt }, tags });
}

/** Pictures are served by this site: one from elsewhere would tell that site who looks at what. */
function isOwnPicture({ url, width, height }: PostPicture): boolean {
  return /^\/(?!\/)\S+$/.test(url) && [width, height].every((side) => Number.isSafeInteger(side) && side > 0 && side <= LARGEST_SIDE);
}

function ppmOf(share: number): Ppm | undefined {
  return share >= 0 && share <= 1 ? (Math.round(share * WHOLE_PPM) as Ppm) : undefined;
}
