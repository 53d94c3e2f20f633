import type { BrandId, InteractionBatchId } from "~/domain/kernel/branded";
import type { Interaction, KnownThings } from "~/domain/tracking/interaction";
import type { Ids } from "~/ports/ids";
import { insertRows, selectByKeys } from "../compiled";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

const COLUMNS = [
  "id",
  "batch_id",
  "kind",
  "at",
  "visitor_id",
  "session_id",
  "brand_id",
  "product_id",
  "post_id",
  "checkout_id",
  "device",
  "in_app",
  "detail",
] as const;

const insert = insertRows(COLUMNS, (q, rows) => q.insertInto("interactions").values([...rows]));

const productRows = selectByKeys((q, ids) => q.selectFrom("products").select(["id", "brand_id"]).where("id", "in", ids));
const postRows = selectByKeys((q, ids) => q.selectFrom("posts").select(["id", "brand_id"]).where("id", "in", ids));

/** Appends rows of the telemetry log; `detail` holds why a row does not count and why a payment failed, as JSON. */
export async function insertInteractions(
  tx: Tx,
  batch: { readonly batchId: InteractionBatchId; readonly ids: Ids },
  rows: readonly Interaction[],
): Promise<void> {
  const values = rows.flatMap((row) => [
    batch.ids.next("int"),
    batch.batchId,
    row.kind,
    row.at,
    row.visitorId,
    null,
    row.brandId,
    row.productId,
    row.postId,
    row.checkoutId,
    row.device,
    row.inApp,
    detailOf(row),
  ]);
  await insert(tx, values);
}

function detailOf({ excluded, reason }: Interaction): string | null {
  if (excluded === null && reason === null) return null;
  return JSON.stringify({ ...(excluded === null ? {} : { excluded }), ...(reason === null ? {} : { reason }) });
}

/** Which of these products and posts exist, and whose they are. */
export async function findThings(
  q: Queryable,
  named: { readonly productIds: Iterable<string>; readonly postIds: Iterable<string> },
): Promise<KnownThings> {
  const products = await productRows(q, named.productIds);
  const posts = await postRows(q, named.postIds);
  return {
    brandOfProduct: new Map(products.map((row) => [row.id, row.brand_id as BrandId])),
    brandOfPost: new Map(posts.map((row) => [row.id, row.brand_id as BrandId | null])),
  };
}
