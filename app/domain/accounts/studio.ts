import type { AffiliateId, BrandId, Zone } from "../kernel/branded";
import type { Currency } from "../kernel/currency";

/** An affiliate's desk: what its pages need before anything else. */
export type Studio = {
  readonly affiliateId: AffiliateId;
  readonly handle: string;
  readonly brands: readonly StudioBrand[];
  /** Where days begin when the address names no zone: where most of their brands are. */
  readonly zone: Zone;
};

export type StudioBrand = {
  readonly brandId: BrandId;
  readonly slug: string;
  readonly name: string;
  readonly currency: Currency;
  readonly timezone: Zone;
};

/** The zone of most brands, of the first by name when several are as many; UTC without any brand. */
export function usualZone(brands: readonly Pick<StudioBrand, "timezone">[]): Zone {
  const counts = new Map<Zone, number>();
  for (const { timezone } of brands) counts.set(timezone, (counts.get(timezone) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? ("UTC" as Zone);
}
