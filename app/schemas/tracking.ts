import { z } from "zod";
import type { CheckoutId, PostId, ProductId } from "~/domain/kernel/branded";
import { INTERACTION_KINDS, type SaidInteraction } from "~/domain/tracking/interaction";

/** A page reports when its reader leaves it or every few seconds; a feed scrolled quickly shows some thirty pictures by then. */
const MOST_ROWS = 50;

const LONGEST_ID = 60;

function id<Id extends string>() {
  return z
    .string()
    .min(1)
    .max(LONGEST_ID)
    .regex(/^[a-z]+_[0-9a-z]+$/)
    .transform((text) => text as Id)
    .nullable()
    .default(null);
}

const row = z.strictObject({
  kind: z.enum(INTERACTION_KINDS),
  product: id<ProductId>(),
  post: id<PostId>(),
  checkout: id<CheckoutId>(),
  /** A decline's short name; free text has no place in telemetry. */
  reason: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .nullable()
    .default(null),
});

/** What a page reports: up to fifty things its reader did. */
export const reportSchema = z
  .strictObject({ rows: z.array(row).min(1).max(MOST_ROWS) })
  .transform(({ rows }): readonly SaidInteraction[] =>
    rows.map(({ kind, product, post, checkout, reason }) => ({ kind, productId: product, postId: post, checkoutId: checkout, reason })),
  );
