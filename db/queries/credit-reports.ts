import { sql } from "kysely";
import type { StudioBrand } from "~/domain/accounts/studio";
import type { Channel } from "~/domain/events/commission-events";
import type { AffiliateId, BrandId, Instant, LinkId, PostId, Zone } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import type { CreditRow } from "~/domain/reporting/credit-groups";
import type { CreditBucket } from "~/domain/reporting/credit-sums";
import type { SettledBucket } from "~/domain/reporting/earnings";
import { BUCKET_MS } from "~/domain/reporting/fold-sales";
import type { CreditSums } from "~/domain/reporting/metrics";
import type { Queryable } from "../open";

/** Rows of these brands (of one currency, or sums would mean nothing), of one affiliate when given. `end` is not included. */
export type CreditSpan = {
  readonly brandIds: readonly BrandId[];
  readonly affiliateId: AffiliateId | null;
  readonly start: Instant;
  readonly end: Instant;
};

/** Quarter hours with credit, in time order. */
export async function listCreditBuckets(q: Queryable, span: CreditSpan): Promise<readonly CreditBucket[]> {
  if (span.brandIds.length === 0) return [];
  const rows = await within(q, span).select("bucket").select(summed).groupBy("bucket").orderBy("bucket").execute();
  return rows.map((row) => ({ bucket: row.bucket as Instant, ...sumsOf(row) }));
}

/** What each affiliate's links, posts and other ways brought over the span. */
export async function listCreditRows(q: Queryable, span: CreditSpan): Promise<readonly CreditRow[]> {
  if (span.brandIds.length === 0) return [];
  const rows = await within(q, span)
    .select(["affiliate_id", "channel", "link_id", "post_id"])
    .select(summed)
    .groupBy(["affiliate_id", "channel", "link_id", "post_id"])
    .execute();
  return rows.map((row) => ({
    affiliateId: row.affiliate_id as AffiliateId,
    channel: row.channel as Channel,
    linkId: row.link_id === "" ? null : (row.link_id as LinkId),
    postId: row.post_id === "" ? null : (row.post_id as PostId),
    sums: sumsOf(row),
  }));
}

function within(q: Queryable, span: CreditSpan) {
  const query = q
    .selectFrom("credit_by_quarter")
    .where("brand_id", "in", [...span.brandIds])
    .where("bucket", ">=", span.start)
    .where("bucket", "<", span.end);
  return span.affiliateId === null ? query : query.where("affiliate_id", "=", span.affiliateId);
}

const total = (column: string) => sql<number>`sum(${sql.ref(column)})`;

/** Each sum under the name of its metric. */
const summed = [
  total("raw_clicks").as("raw_clicks"),
  total("clicks").as("clicks"),
  total("orders_ppm").as("orders_credited"),
  total("units").as("units_credited"),
  total("sales_minor").as("credited_sales"),
  total("sales_back_minor").as("credited_refunds"),
  total("accrued_minor").as("commission_accrued"),
  total("reversed_minor").as("commission_reversed"),
  total("click_orders_ppm").as("orders_of_clicks"),
  total("click_accrued_minor").as("accrued_of_clicks"),
  total("click_reversed_minor").as("reversed_of_clicks"),
] as const;

function sumsOf(row: CreditSums): CreditSums {
  return {
    raw_clicks: row.raw_clicks,
    clicks: row.clicks,
    orders_credited: row.orders_credited,
    units_credited: row.units_credited,
    credited_sales: row.credited_sales,
    credited_refunds: row.credited_refunds,
    commission_accrued: row.commission_accrued,
    commission_reversed: row.commission_reversed,
    orders_of_clicks: row.orders_of_clicks,
    accrued_of_clicks: row.accrued_of_clicks,
    reversed_of_clicks: row.reversed_of_clicks,
  };
}

/** Commissions of an affiliate that are approved or further, by the quarter hour of their order, in time order. */
export async function listSettledBuckets(
  q: Queryable,
  span: CreditSpan & { readonly affiliateId: AffiliateId },
): Promise<readonly SettledBucket[]> {
  if (span.brandIds.length === 0) return [];
  const bucket = sql<number>`accrued_at - accrued_at % ${sql.lit(BUCKET_MS)}`;
  const rows = await q
    .selectFrom("commissions")
    .select(bucket.as("bucket"))
    .select(sql<number>`sum(case when state = 'approved' then accrued_minor else 0 end)`.as("approved"))
    .select(sql<number>`sum(case when state <> 'approved' then accrued_minor else 0 end)`.as("paid"))
    .where("affiliate_id", "=", span.affiliateId)
    .where("brand_id", "in", [...span.brandIds])
    .where("state", "in", ["approved", "in_payout", "paid"])
    .where("accrued_at", ">=", span.start)
    .where("accrued_at", "<", span.end)
    .groupBy(bucket)
    .orderBy(bucket)
    .execute();
  return rows.map((row) => ({ bucket: row.bucket as Instant, approved: row.approved, paid: row.paid }));
}

/** The brands an affiliate has, or had, to do with: by partnership, or because somebody followed a link to them. By name. */
export async function listPartnerBrands(q: Queryable, affiliateId: AffiliateId): Promise<readonly StudioBrand[]> {
  const rows = await q
    .selectFrom("brands")
    .select(["id", "slug", "name", "currency", "timezone"])
    .where((eb) =>
      eb.or([
        eb("id", "in", q.selectFrom("partnerships").select("brand_id").where("affiliate_id", "=", affiliateId)),
        eb("id", "in", q.selectFrom("credit_by_quarter").select("brand_id").where("affiliate_id", "=", affiliateId)),
      ]),
    )
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    brandId: row.id as BrandId,
    slug: row.slug,
    name: row.name,
    currency: row.currency as Currency,
    timezone: row.timezone as Zone,
  }));
}

/** Start of the last quarter hour in which something was clicked or earned. */
export async function findLatestCredit(
  q: Queryable,
  of: { readonly affiliateId: AffiliateId } | { readonly brandId: BrandId },
): Promise<Instant | undefined> {
  const query = q.selectFrom("credit_by_quarter").select(({ fn }) => fn.max("bucket").as("latest"));
  const row = await ("affiliateId" in of
    ? query.where("affiliate_id", "=", of.affiliateId)
    : query.where("brand_id", "=", of.brandId)
  ).executeTakeFirst();
  return (row?.latest ?? undefined) as Instant | undefined;
}
