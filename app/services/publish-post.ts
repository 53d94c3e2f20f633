import type { AffiliateId, BrandId, PostId, TagId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { type DraftRefusal, draftPost, type PostDraft } from "~/domain/posts/draft-post";
import { findKeyedAnswer, insertKeyedAnswer } from "~db/queries/idempotency-keys";
import { findTaggable, insertPost } from "~db/queries/posts";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

type Input = PostDraft & {
  readonly by: { readonly affiliateId: AffiliateId } | { readonly brandId: BrandId };
  /** Left out: a creator's post with tags is paid, as they earn on what it sells; a brand's own is not. */
  readonly paid?: boolean;
  /** The same key of the same author is answered with the same post. */
  readonly idempotencyKey?: string;
};

type Refusal = DraftRefusal | { readonly kind: "product_not_for_sale" };

/** Publishes a post now. Its tags point at products that can be bought. */
export async function publishPost(deps: Deps, input: Input): Promise<Outcome<{ readonly postId: PostId }, Refusal>> {
  const drafted = draftPost(input);
  if (!drafted.ok) return drafted;
  const { caption, picture, tags } = drafted.value;
  const postId = deps.ids.next("pst") as PostId;
  const tagIds = tags.map(() => deps.ids.next("tag") as TagId);
  const paid = input.paid ?? ("affiliateId" in input.by && tags.length > 0);
  const key = { scope: `post.publish:${Object.values(input.by)[0]}`, key: input.idempotencyKey ?? postId };
  return transact(deps.db, async (tx) => {
    const answered = await findKeyedAnswer(tx, key);
    if (answered !== undefined) return done({ postId: answered.response as PostId });
    const brands = await findTaggable(tx, tags);
    const placed = tags.flatMap((tag, index) => {
      const [tagId, brandId] = [tagIds[index], brands[index]];
      return tagId === undefined || brandId === undefined ? [] : [{ ...tag, tagId, brandId }];
    });
    if (placed.length < tags.length) return refused({ kind: "product_not_for_sale" });
    await insertPost(tx, { postId, by: input.by, caption, picture, paid, publishedAt: deps.clock.now(), tags: placed });
    await insertKeyedAnswer(tx, { ...key, requestHash: "", response: postId, now: deps.clock.now() });
    return done({ postId });
  });
}
