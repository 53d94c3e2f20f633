import type { TaxRates } from "~/domain/checkout/price-shop";
import { STANDARD_CLASS, standardTaxBps } from "~/domain/checkout/tax-defaults";
import type { Bps, BrandId } from "~/domain/kernel/branded";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

export type TaxRate = { readonly brandId: BrandId; readonly country: string; readonly taxClass: string; readonly rateBps: Bps };

/** Adds tax rates. Errors: the database refuses a second rate for the same brand, country and class (see `isDuplicate`). */
export async function insertTaxRates(tx: Tx, rates: readonly TaxRate[]): Promise<void> {
  await tx
    .insertInto("tax_rates")
    .values(rates.map((rate) => ({ brand_id: rate.brandId, country: rate.country, tax_class: rate.taxClass, rate_bps: rate.rateBps })))
    .execute();
}

/**
 * The rates of these brands in a country. A class without a rate of its own is taxed at the brand's standard
 * rate there; where the brand has none, at the country's.
 */
export async function readTaxRates(
  q: Queryable,
  asked: { readonly brandIds: readonly BrandId[]; readonly country: string },
): Promise<TaxRates> {
  const rows =
    asked.brandIds.length === 0
      ? []
      : await q
          .selectFrom("tax_rates")
          .selectAll()
          .where("brand_id", "in", [...asked.brandIds])
          .where("country", "=", asked.country)
          .execute();
  const rates = new Map(rows.map((row) => [`${row.brand_id} ${row.tax_class}`, row.rate_bps as Bps]));
  return (brandId, taxClass) =>
    rates.get(`${brandId} ${taxClass}`) ?? rates.get(`${brandId} ${STANDARD_CLASS}`) ?? standardTaxBps(asked.country);
}
