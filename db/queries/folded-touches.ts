import type { Channel } from "~/domain/events/commission-events";
import type { AffiliateId, BrandId, Instant, InteractionBatchId, LinkId, PostId, ProductId, TouchId } from "~/domain/kernel/branded";
import type { FoldedTouch } from "~/domain/reporting/fold-credits";
import type { Disqualification } from "~/domain/tracking/touch";
import type { Queryable } from "../open";

/** The touches of each batch with what they point at; batches without any are left out. */
export async function listTouchesByBatch(
  q: Queryable,
  batchIds: readonly InteractionBatchId[],
): Promise<ReadonlyMap<InteractionBatchId, readonly FoldedTouch[]>> {
  if (batchIds.length === 0) return new Map();
  const rows = await targets(q)
    .where("t.batch_id", "in", [...batchIds])
    .execute();
  const byBatch = new Map<InteractionBatchId, TargetRow[]>();
  for (const row of rows) {
    const batch = row.batch_id as InteractionBatchId;
    const known = byBatch.get(batch);
    if (known === undefined) byBatch.set(batch, [row]);
    else known.push(row);
  }
  return new Map([...byBatch].map(([batch, own]) => [batch, touchesOf(own)]));
}

/** What the touches of these batches point at within one brand. */
export async function listBrandTouches(
  q: Queryable,
  of: { readonly brandId: BrandId; readonly batchIds: readonly InteractionBatchId[] },
): Promise<readonly FoldedTouch[]> {
  if (of.batchIds.length === 0) return [];
  const rows = await targets(q)
    .where("t.batch_id", "in", [...of.batchIds])
    .where("tt.brand_id", "=", of.brandId)
    .execute();
  return touchesOf(rows);
}

/** What the folded touches from `from` (inclusive) to `to` (exclusive) point at within one brand. */
export async function listFoldedTouchesBetween(
  q: Queryable,
  of: { readonly brandId: BrandId; readonly from: Instant; readonly to: Instant },
): Promise<readonly FoldedTouch[]> {
  const rows = await targets(q)
    .innerJoin("events as e", "e.subject_id", "t.batch_id")
    .innerJoin("processed as p", "p.event_id", "e.id")
    .where("p.consumer", "=", "projections.fold")
    .where("e.type", "=", "interactions.recorded")
    .where("tt.brand_id", "=", of.brandId)
    .where("t.at", ">=", of.from)
    .where("t.at", "<", of.to)
    .execute();
  return touchesOf(rows);
}

type TargetRow = Awaited<ReturnType<ReturnType<typeof targets>["execute"]>>[number];

function targets(q: Queryable) {
  return q
    .selectFrom("touches as t")
    .innerJoin("touch_targets as tt", "tt.touch_id", "t.id")
    .select(["t.id", "t.batch_id", "t.affiliate_id", "t.channel", "t.at", "t.link_id", "t.post_id"])
    .select(["tt.brand_id", "tt.product_id", "tt.disqualified"]);
}

function touchesOf(rows: readonly TargetRow[]): readonly FoldedTouch[] {
  const touches = new Map<string, FoldedTouch & { readonly targets: FoldedTouch["targets"][number][] }>();
  for (const row of rows) {
    const touch = touches.get(row.id) ?? { ...touchOf(row), targets: [] };
    touches.set(row.id, touch);
    touch.targets.push({
      brandId: row.brand_id as BrandId,
      productId: row.product_id === "" ? null : (row.product_id as ProductId),
      disqualified: row.disqualified as Disqualification | null,
    });
  }
  return [...touches.values()];
}

function touchOf(row: TargetRow) {
  return {
    touchId: row.id as TouchId,
    affiliateId: row.affiliate_id as AffiliateId,
    channel: row.channel as Channel,
    at: row.at as Instant,
    linkId: row.link_id as LinkId | null,
    postId: row.post_id as PostId | null,
  };
}
