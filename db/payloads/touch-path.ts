import { z } from "zod";
import type { AffiliateId, LinkId, PostId, TouchId } from "~/domain/kernel/branded";
import type { FrozenPath } from "~/domain/tracking/touch";
import { idField, instantField } from "./fields";

const touch = z.strictObject({
  touchId: idField<TouchId>(),
  affiliateId: idField<AffiliateId>(),
  channel: z.enum(["link", "post", "storefront", "coupon"]),
  at: instantField,
  linkId: idField<LinkId>().nullable(),
  postId: idField<PostId>().nullable(),
  pointsAt: z.enum(["product", "brand"]),
  disqualified: z.enum(["bot", "prefetch", "not_navigate", "duplicate", "self", "partnership", "banned"]).nullable(),
});

const path: z.ZodType<FrozenPath> = z.strictObject({ frozenAt: instantField, touches: z.array(touch).readonly() });

/** Reads the path an order line was frozen with. Errors: the stored text is none. */
export function readTouchPath(text: string): FrozenPath {
  return path.parse(JSON.parse(text));
}
