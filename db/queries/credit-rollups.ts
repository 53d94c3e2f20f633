import { type RawBuilder, sql } from "kysely";
import type { Channel } from "~/domain/events/commission-events";
import type { AffiliateId, BrandId, Instant, LinkId, PostId } from "~/domain/kernel/branded";
import type { CreditDelta, CreditKey } from "~/domain/reporting/fold-credits";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** A row has seventeen columns; both databases take 32 766 parameters. */
const ROWS_PER_STATEMENT = 500;

/** Adds figures to the rollups; negative figures take away. Deltas of one row must be merged before. */
export async function addCreditDeltas(tx: Tx, deltas: readonly CreditDelta[]): Promise<void> {
  for (let at = 0; at < deltas.length; at += ROWS_PER_STATEMENT) {
    await tx
      .insertInto("credit_by_quarter")
      .values(deltas.slice(at, at + ROWS_PER_STATEMENT).map((delta) => ({ ...keyColumns(delta), ...figureColumns(delta) })))
      .onConflict((oc) => oc.columns(["brand_id", "bucket", "affiliate_id", "channel", "link_id", "post_id"]).doUpdateSet(added))
      .execute();
  }
}

function keyColumns(key: CreditKey) {
  return {
    brand_id: key.brandId,
    bucket: key.bucket,
    affiliate_id: key.affiliateId,
    channel: key.channel,
    link_id: key.linkId ?? "",
    post_id: key.postId ?? "",
  };
}

function figureColumns(delta: CreditDelta) {
  return {
    raw_clicks: delta.rawClicks,
    clicks: delta.clicks,
    orders_ppm: delta.ordersPpm,
    units: delta.units,
    sales_minor: delta.salesMinor,
    sales_back_minor: delta.salesBackMinor,
    accrued_minor: delta.accruedMinor,
    reversed_minor: delta.reversedMinor,
    click_orders_ppm: delta.clickOrdersPpm,
    click_accrued_minor: delta.clickAccruedMinor,
    click_reversed_minor: delta.clickReversedMinor,
  };
}

type FigureColumns = ReturnType<typeof figureColumns>;

function added(): Record<keyof FigureColumns, RawBuilder<number>> {
  const plus = (column: keyof FigureColumns) => sql<number>`${sql.ref(`credit_by_quarter.${column}`)} + ${sql.ref(`excluded.${column}`)}`;
  return {
    raw_clicks: plus("raw_clicks"),
    clicks: plus("clicks"),
    orders_ppm: plus("orders_ppm"),
    units: plus("units"),
    sales_minor: plus("sales_minor"),
    sales_back_minor: plus("sales_back_minor"),
    accrued_minor: plus("accrued_minor"),
    reversed_minor: plus("reversed_minor"),
    click_orders_ppm: plus("click_orders_ppm"),
    click_accrued_minor: plus("click_accrued_minor"),
    click_reversed_minor: plus("click_reversed_minor"),
  };
}

/** Every credit row of a brand, as deltas from nothing, in the order of their keys. */
export async function listCreditRollups(q: Queryable, brandId: BrandId): Promise<readonly CreditDelta[]> {
  const rows = await q
    .selectFrom("credit_by_quarter")
    .selectAll()
    .where("brand_id", "=", brandId)
    .orderBy("bucket")
    .orderBy("affiliate_id")
    .orderBy("channel")
    .orderBy("link_id")
    .orderBy("post_id")
    .execute();
  return rows.map((row) => ({
    brandId: row.brand_id as BrandId,
    bucket: row.bucket as Instant,
    affiliateId: row.affiliate_id as AffiliateId,
    channel: row.channel as Channel,
    linkId: row.link_id === "" ? null : (row.link_id as LinkId),
    postId: row.post_id === "" ? null : (row.post_id as PostId),
    rawClicks: row.raw_clicks,
    clicks: row.clicks,
    ordersPpm: row.orders_ppm,
    units: row.units,
    salesMinor: row.sales_minor,
    salesBackMinor: row.sales_back_minor,
    accruedMinor: row.accrued_minor,
    reversedMinor: row.reversed_minor,
    clickOrdersPpm: row.click_orders_ppm,
    clickAccruedMinor: row.click_accrued_minor,
    clickReversedMinor: row.click_reversed_minor,
  }));
}

/** Removes credit rows that a rebuild found to belong to no event. */
export async function removeCreditRows(tx: Tx, rows: readonly CreditKey[]): Promise<void> {
  for (const row of rows) {
    await tx
      .deleteFrom("credit_by_quarter")
      .where((eb) => eb.and(keyColumns(row)))
      .execute();
  }
}
