import type { BrandId, ProductId, Zone } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import type { MetricId } from "~/domain/reporting/metrics";
import { checkRange, type DayRange, type Grain, listPeriods, type RangeRefusal, rangeBounds } from "~/domain/reporting/periods";
import { type Report, sumPeriods } from "~/domain/reporting/report";
import { findBrandBy } from "~db/queries/brands";
import { listSalesBuckets } from "~db/queries/reports";
import { readWatermark } from "~db/queries/watermarks";
import { readSnapshot } from "~db/transaction";
import type { Deps } from "./deps";

export type ReportQuestion = DayRange & {
  readonly brandId: BrandId;
  readonly metrics: readonly MetricId[];
  readonly by: Grain;
  readonly zone: Zone;
  readonly productId?: ProductId;
};

export type ReportRefusal = { readonly kind: "brand_not_found" } | RangeRefusal;

/**
 * A brand's figures by hour, day, week or month of any zone, both days inclusive; of one product when given
 * (`orders` are then the orders that hold it).
 *
 * Buckets and watermark are read from one snapshot. Comparing versions before and after instead was
 * considered: under a steady stream of folds it has no bound, while the snapshot holds SQLite's connection
 * for the few milliseconds the two reads block the process anyway.
 */
export async function readReport(deps: Deps, asked: ReportQuestion): Promise<Outcome<Report, ReportRefusal>> {
  const range = checkRange(asked);
  if (!range.ok) return range;
  const periods = listPeriods(asked);
  const { brandId, productId, zone } = asked;
  // Taken before the snapshot: what is recorded after it cannot be promised.
  const now = deps.clock.now();
  return readSnapshot(deps.db, async (q): Promise<Outcome<Report, ReportRefusal>> => {
    const brand = await findBrandBy(q, { brandId });
    if (brand === undefined) return refused({ kind: "brand_not_found" });
    const watermark = await readWatermark(q, { brandId, now });
    const span = { brandId, ...rangeBounds(asked, zone) };
    const buckets = await listSalesBuckets(q, productId === undefined ? span : { ...span, productId });
    return done({ currency: brand.currency, zone, watermark, ...sumPeriods(buckets, periods, asked.metrics) });
  });
}
