import type { BrandId, Instant, LocalDay, Zone } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { localDayOf } from "~/domain/kernel/zones";
import { METRIC_IDS, type MetricValues } from "~/domain/reporting/metrics";
import {
  checkRange,
  type DayRange,
  type Grain,
  listPeriods,
  previousRange,
  type RangeRefusal,
  rangeBounds,
} from "~/domain/reporting/periods";
import { productFigures, remainingFigures, type SoldProduct } from "~/domain/reporting/product-figures";
import { type Report, sumPeriods } from "~/domain/reporting/report";
import type { Queryable } from "~db/open";
import { findBrandBy } from "~db/queries/brands";
import { findLatestSales, listProductSales, listSalesBuckets } from "~db/queries/reports";
import { readWatermark } from "~db/queries/watermarks";
import { readSnapshot } from "~db/transaction";
import type { Deps } from "./deps";

export type SalesQuestion = DayRange & {
  readonly brandId: BrandId;
  readonly zone: Zone;
  readonly by: Grain;
  /** Also the range of the same length directly before. */
  readonly compare: boolean;
};

export type SalesView = {
  readonly report: Report;
  readonly previous: Report | null;
  /** Best net sales first, at most 100. `orders` are orders with this product; they overlap and never add up. */
  readonly products: readonly SoldProduct[];
  /** What the products left out of `products` add up to; `null` when none is left out. */
  readonly others: { readonly products: number; readonly values: MetricValues } | null;
  /** The zone's day of the latest sale or refund of all time; `null` before the first. */
  readonly latest: LocalDay | null;
};

/** A page shows no more; the rest stands in one line. */
const TOP_PRODUCTS = 100;

/** All a brand's sales page and overview show, with every metric, read from one snapshot so that its figures belong together. */
export async function readSales(
  deps: Deps,
  asked: SalesQuestion,
): Promise<Outcome<SalesView, { readonly kind: "brand_not_found" } | RangeRefusal>> {
  const range = checkRange(asked);
  if (!range.ok) return range;
  const { brandId, zone, by } = asked;
  // Taken before the snapshot: what is recorded after it cannot be promised.
  const now = deps.clock.now();
  return readSnapshot(deps.db, async (q): Promise<Outcome<SalesView, { readonly kind: "brand_not_found" }>> => {
    const brand = await findBrandBy(q, { brandId });
    if (brand === undefined) return refused({ kind: "brand_not_found" });
    const frame = { currency: brand.currency, zone, watermark: await readWatermark(q, { brandId, now }) };
    const report = { ...frame, ...(await figuresOf(q, { ...asked })) };
    const previous = asked.compare ? { ...frame, ...(await figuresOf(q, { brandId, zone, by, ...previousRange(asked) })) } : null;
    const sold = await listProductSales(q, { brandId, ...rangeBounds(asked, zone) });
    const products = sold.slice(0, TOP_PRODUCTS).map(({ sums, ...product }) => ({ ...product, values: productFigures(sums) }));
    const others = remainingFigures(sold.slice(TOP_PRODUCTS).map((product) => product.sums));
    return done({ report, previous, products, others, latest: dayOf(await findLatestSales(q, brandId), zone) });
  });
}

async function figuresOf(
  q: Queryable,
  asked: DayRange & { readonly brandId: BrandId; readonly zone: Zone; readonly by: Grain },
): Promise<Pick<Report, "rows" | "totals">> {
  const buckets = await listSalesBuckets(q, { brandId: asked.brandId, ...rangeBounds(asked, asked.zone) });
  return sumPeriods(buckets, listPeriods(asked), METRIC_IDS);
}

function dayOf(at: Instant | undefined, zone: Zone): LocalDay | null {
  return at === undefined ? null : localDayOf(at, zone);
}
