import type { BrandId, LocalDay, Zone } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { localDayOf } from "~/domain/kernel/zones";
import { type CreditGrouping, groupCredits, unattributedOf, wholeOf } from "~/domain/reporting/credit-groups";
import { addCredit, NO_CREDIT } from "~/domain/reporting/credit-sums";
import { addSales, CREDIT_METRIC_IDS, type MetricValues, NO_SALES, type SalesSums } from "~/domain/reporting/metrics";
import type { NamedGroup } from "~/domain/reporting/named-group";
import {
  checkRange,
  type DayRange,
  type Grain,
  listPeriods,
  previousRange,
  type RangeRefusal,
  rangeBounds,
} from "~/domain/reporting/periods";
import { type Report, sumCreditPeriods } from "~/domain/reporting/report";
import { nameGroups } from "~db/credit-table";
import type { Queryable } from "~db/open";
import { findBrandBy } from "~db/queries/brands";
import { findLatestCredit, listCreditBuckets, listCreditRows } from "~db/queries/credit-reports";
import { listSalesBuckets } from "~db/queries/reports";
import { readWatermark } from "~db/queries/watermarks";
import { readSnapshot } from "~db/transaction";
import type { Deps } from "./deps";

export type BrandAffiliatesQuestion = DayRange & {
  readonly brandId: BrandId;
  readonly zone: Zone;
  readonly by: Grain;
  readonly group: CreditGrouping;
  /** Also the range of the same length directly before. */
  readonly compare: boolean;
};

export type BrandAffiliates = {
  /** What all affiliates together are credited with. */
  readonly report: Report;
  readonly previous: Report | null;
  /** Best net commission first. */
  readonly groups: readonly NamedGroup[];
  /** What no affiliate is credited with; groups and this add up to `whole` exactly. */
  readonly unattributed: MetricValues;
  readonly whole: MetricValues;
  /** The zone's day of the latest click or commission of all time; `null` before the first. */
  readonly latest: LocalDay | null;
};

/** What a brand's affiliates brought, by affiliate, link or post, read from one snapshot so that its figures belong together. */
export async function readBrandAffiliates(
  deps: Deps,
  asked: BrandAffiliatesQuestion,
): Promise<Outcome<BrandAffiliates, { readonly kind: "brand_not_found" } | RangeRefusal>> {
  const range = checkRange(asked);
  if (!range.ok) return range;
  const { brandId, zone } = asked;
  // Taken before the snapshot: what is recorded after it cannot be promised.
  const now = deps.clock.now();
  return readSnapshot(deps.db, async (q): Promise<Outcome<BrandAffiliates, { readonly kind: "brand_not_found" }>> => {
    const brand = await findBrandBy(q, { brandId });
    if (brand === undefined) return refused({ kind: "brand_not_found" });
    const frame = { currency: brand.currency, zone, watermark: await readWatermark(q, { brandId, now }) };
    const bounds = rangeBounds(asked, zone);
    const rows = await listCreditRows(q, { brandIds: [brandId], affiliateId: null, ...bounds });
    const sales = (await listSalesBuckets(q, { brandId, ...bounds })).reduce<SalesSums>(addSales, NO_SALES);
    const latest = await findLatestCredit(q, { brandId });
    return done({
      report: { ...frame, ...(await figuresOf(q, asked)) },
      previous: asked.compare ? { ...frame, ...(await figuresOf(q, { ...asked, ...previousRange(asked) })) } : null,
      groups: await nameGroups(q, groupCredits(rows, asked.group)),
      unattributed: unattributedOf(sales, rows.map((row) => row.sums).reduce(addCredit, NO_CREDIT)),
      whole: wholeOf(sales),
      latest: latest === undefined ? null : localDayOf(latest, zone),
    });
  });
}

async function figuresOf(q: Queryable, asked: BrandAffiliatesQuestion): Promise<Pick<Report, "rows" | "totals">> {
  const buckets = await listCreditBuckets(q, { brandIds: [asked.brandId], affiliateId: null, ...rangeBounds(asked, asked.zone) });
  return sumCreditPeriods(buckets, listPeriods(asked), CREDIT_METRIC_IDS);
}
