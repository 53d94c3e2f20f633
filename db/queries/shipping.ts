import type { ShippingTerms } from "~/domain/checkout/shipping-defaults";
import type { BrandId } from "~/domain/kernel/branded";
import type { Minor } from "~/domain/kernel/money";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** A way to ship as a brand offers it. */
export type ShippingOption = ShippingTerms & { readonly optionId: string; readonly brandId: BrandId };

/** Adds ways to ship. Errors: the database refuses two at the same place of a country (see `isDuplicate`). */
export async function insertShippingOptions(tx: Tx, options: readonly ShippingOption[]): Promise<void> {
  await tx
    .insertInto("shipping_options")
    .values(
      options.map((option) => ({
        id: option.optionId,
        brand_id: option.brandId,
        name: option.name,
        carrier: option.carrier,
        country: option.country,
        amount_minor: option.amountMinor,
        min_days: option.minDays,
        max_days: option.maxDays,
        position: option.position,
      })),
    )
    .execute();
}

/** The ways these brands ship to a country, in each brand's order. */
export async function listShippingOptions(
  q: Queryable,
  asked: { readonly brandIds: readonly BrandId[]; readonly country: string },
): Promise<readonly ShippingOption[]> {
  if (asked.brandIds.length === 0) return [];
  const rows = await q
    .selectFrom("shipping_options")
    .selectAll()
    .where("brand_id", "in", [...asked.brandIds])
    .where("country", "=", asked.country)
    .orderBy("brand_id")
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    optionId: row.id,
    brandId: row.brand_id as BrandId,
    name: row.name,
    carrier: row.carrier,
    country: row.country,
    amountMinor: row.amount_minor as Minor,
    minDays: row.min_days,
    maxDays: row.max_days,
    position: row.position,
  }));
}

/** The countries all of these brands ship to, by code. */
export async function listShippingCountries(q: Queryable, brandIds: readonly BrandId[]): Promise<readonly string[]> {
  if (brandIds.length === 0) return [];
  const rows = await q
    .selectFrom("shipping_options")
    .select("country")
    .where("brand_id", "in", [...brandIds])
    .groupBy("country")
    .having((eb) => eb.fn.count("brand_id").distinct(), "=", new Set(brandIds).size)
    .orderBy("country")
    .execute();
  return rows.map((row) => row.country);
}
