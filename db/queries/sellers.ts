import type { Seller } from "~/domain/checkout/price-shop";
import type { Bps, BrandId, Zone } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import type { Queryable } from "../open";

/** What a checkout must know of these brands, by name. */
export async function listSellers(q: Queryable, brandIds: readonly BrandId[]): Promise<readonly Seller[]> {
  if (brandIds.length === 0) return [];
  const rows = await q
    .selectFrom("brands")
    .select(["id", "slug", "name", "currency", "timezone", "country", "tax_inclusive", "fee_bps", "cancel_window_minutes"])
    .where("id", "in", [...brandIds])
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    brandId: row.id as BrandId,
    slug: row.slug,
    name: row.name,
    currency: row.currency as Currency,
    timezone: row.timezone as Zone,
    country: row.country,
    taxInclusive: row.tax_inclusive === 1,
    feeBps: row.fee_bps as Bps,
    cancelWindowMinutes: row.cancel_window_minutes,
  }));
}
