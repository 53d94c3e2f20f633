import type { BrandId, LocalDay, Zone } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import type { Minor } from "~/domain/kernel/money";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { localDayOf, plusDays } from "~/domain/kernel/zones";
import { METRIC_IDS } from "~/domain/reporting/metrics";
import { type DayRange, listPeriods, previousRange, rangeBounds } from "~/domain/reporting/periods";
import { productFigures, type SoldProduct } from "~/domain/reporting/product-figures";
import { type Report, type SalesBucket, sumPeriods } from "~/domain/reporting/report";
import { USUAL_WEEKS, usualWeekday } from "~/domain/reporting/usual-weekday";
import { findBrandBy } from "~db/queries/brands";
import { findLatestSales, listProductSales, listSalesBuckets } from "~db/queries/reports";
import { readWatermark } from "~db/queries/watermarks";
import { readSnapshot } from "~db/transaction";
import type { Deps } from "./deps";

/** What a brand's desk opens with. Days are those of the brand's own zone. */
export type Overview = {
  readonly range: DayRange;
  /** The 30 days that end today, and the 30 before them. */
  readonly report: Report;
  readonly previous: Report;
  readonly yesterday: { readonly day: LocalDay; readonly netMinor: number };
  /** What such a weekday usually brings; `null` when there is none to compare with. */
  readonly usualMinor: Minor | null;
  readonly products: readonly SoldProduct[];
  /** The day of the latest sale or refund of all time; `null` before the first. */
  readonly latest: LocalDay | null;
};

const RANGE_DAYS = 30;
const TOP_PRODUCTS = 10;

/** The figures of a brand's overview, read from one snapshot so that they belong together. */
export async function readOverview(
  deps: Deps,
  { brandId }: { readonly brandId: BrandId },
): Promise<Outcome<Overview, { readonly kind: "brand_not_found" }>> {
  const now = deps.clock.now();
  return readSnapshot(deps.db, async (q): Promise<Outcome<Overview, { readonly kind: "brand_not_found" }>> => {
    const brand = await findBrandBy(q, { brandId });
    if (brand === undefined) return refused({ kind: "brand_not_found" });
    const zone = brand.timezone;
    const range = rangeEnding(localDayOf(now, zone));
    const watermark = await readWatermark(q, { brandId, now });
    const buckets = await listSalesBuckets(q, { brandId, ...rangeBounds({ from: earliestNeeded(range), to: range.to }, zone) });
    const sold = await listProductSales(q, { brandId, ...rangeBounds(range, zone) });
    const latest = await findLatestSales(q, brandId);
    const frame = { currency: brand.currency, zone, watermark };
    return done({
      ...figuresOf(buckets, range, frame),
      products: sold.slice(0, TOP_PRODUCTS).map(({ sums, ...product }) => ({ ...product, values: productFigures(sums) })),
      latest: latest === undefined ? null : localDayOf(latest, zone),
    });
  });
}

type Frame = { readonly currency: Currency; readonly zone: Zone; readonly watermark: Report["watermark"] };

function figuresOf(buckets: readonly SalesBucket[], range: DayRange, frame: Frame): Omit<Overview, "products" | "latest"> {
  const daily = (days: DayRange) => sumPeriods(buckets, listPeriods({ ...days, by: "day", zone: frame.zone }), METRIC_IDS);
  const day = plusDays(range.to, -1);
  const past = daily({ from: earliestNeeded(range), to: day }).rows;
  const netByDay = new Map(past.map((row) => [row.period, row.values.net_sales ?? 0]));
  return {
    range,
    report: { ...frame, ...daily(range) },
    previous: { ...frame, ...daily(previousRange(range)) },
    yesterday: { day, netMinor: netByDay.get(day) ?? 0 },
    usualMinor: usualWeekday(day, netByDay),
  };
}

function rangeEnding(today: LocalDay): DayRange {
  return { from: plusDays(today, 1 - RANGE_DAYS), to: today };
}

/** Both ranges and the weeks a weekday is compared over lie after this day. */
function earliestNeeded(range: DayRange): LocalDay {
  return plusDays(range.to, -Math.max(2 * RANGE_DAYS, 7 * USUAL_WEEKS + 1));
}
