import type { Studio } from "~/domain/accounts/studio";
import type { BrandId, LocalDay, Zone } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { localDayOf } from "~/domain/kernel/zones";
import { groupCredits } from "~/domain/reporting/credit-groups";
import { type Earnings, earningsByState } from "~/domain/reporting/earnings";
import { CREDIT_METRIC_IDS } from "~/domain/reporting/metrics";
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
import { findLatestCredit, listCreditBuckets, listCreditRows, listSettledBuckets } from "~db/queries/credit-reports";
import { readWatermarkOf } from "~db/queries/watermarks";
import { readSnapshot } from "~db/transaction";
import type { Deps } from "./deps";

export type AffiliateQuestion = DayRange & {
  readonly studio: Studio;
  readonly zone: Zone;
  readonly by: Grain;
  /** Also the range of the same length directly before. */
  readonly compare: boolean;
  /** `null`: the currency in which most was earned, the first by name when nothing was. */
  readonly currency: Currency | null;
};

export type AffiliateOverview = {
  readonly report: Report;
  readonly previous: Report | null;
  readonly earnings: readonly Earnings[];
  /** By link, post and other ways, best net commission first. */
  readonly sources: readonly NamedGroup[];
  /** What was earned net in every currency of theirs over the range; never added up. */
  readonly currencies: readonly { readonly currency: Currency; readonly netMinor: number }[];
  /** The zone's day of the latest click or commission of all time; `null` before the first. */
  readonly latest: LocalDay | null;
};

export type AffiliateRefusal = RangeRefusal | { readonly kind: "no_such_currency"; readonly known: readonly Currency[] };

/** All that an affiliate's overview shows, in one currency, read from one snapshot so that its figures belong together. */
export async function readAffiliateOverview(deps: Deps, asked: AffiliateQuestion): Promise<Outcome<AffiliateOverview, AffiliateRefusal>> {
  const range = checkRange(asked);
  if (!range.ok) return range;
  const { affiliateId, brands } = asked.studio;
  const known = [...new Set(brands.map((brand) => brand.currency))].sort();
  if (asked.currency !== null && !known.includes(asked.currency)) return refused({ kind: "no_such_currency", known });
  // Taken before the snapshot: what is recorded after it cannot be promised.
  const now = deps.clock.now();
  return readSnapshot(deps.db, async (q) => {
    const watermark = await readWatermarkOf(q, { brandIds: brands.map((brand) => brand.brandId), now });
    const currencies = await earnedPerCurrency(q, asked, known);
    const currency = asked.currency ?? mostEarned(currencies);
    const brandIds = brandsWith(asked.studio, currency);
    const frame = { currency, zone: asked.zone, watermark };
    const report = { ...frame, ...(await figuresOf(q, { ...asked, brandIds })) };
    const span = { affiliateId, brandIds, ...rangeBounds(asked, asked.zone) };
    const groups = groupCredits(await listCreditRows(q, span), "source");
    const latest = await findLatestCredit(q, { affiliateId });
    return done({
      report,
      previous: asked.compare ? { ...frame, ...(await figuresOf(q, { ...asked, ...previousRange(asked), brandIds })) } : null,
      earnings: earningsByState(report.rows, await listSettledBuckets(q, span), listPeriods(asked)),
      sources: await nameGroups(q, groups),
      currencies,
      latest: latest === undefined ? null : localDayOf(latest, asked.zone),
    });
  });
}

async function earnedPerCurrency(
  q: Queryable,
  asked: AffiliateQuestion,
  known: readonly Currency[],
): Promise<AffiliateOverview["currencies"]> {
  const totals: AffiliateOverview["currencies"][number][] = [];
  for (const currency of known) {
    const { totals: own } = await figuresOf(q, { ...asked, brandIds: brandsWith(asked.studio, currency) });
    totals.push({ currency, netMinor: own.commission_net ?? 0 });
  }
  return totals;
}

/** Amounts of different currencies cannot be compared; the greatest number of minor units is as good a guess as any. */
function mostEarned(currencies: AffiliateOverview["currencies"]): Currency {
  const best = [...currencies].sort((left, right) => right.netMinor - left.netMinor)[0];
  return best?.currency ?? ("EUR" as Currency);
}

function brandsWith(studio: Studio, currency: Currency): readonly BrandId[] {
  return studio.brands.filter((brand) => brand.currency === currency).map((brand) => brand.brandId);
}

async function figuresOf(
  q: Queryable,
  asked: DayRange & { readonly studio: Studio; readonly brandIds: readonly BrandId[]; readonly zone: Zone; readonly by: Grain },
): Promise<Pick<Report, "rows" | "totals">> {
  const { affiliateId } = asked.studio;
  const buckets = await listCreditBuckets(q, { affiliateId, brandIds: asked.brandIds, ...rangeBounds(asked, asked.zone) });
  return sumCreditPeriods(buckets, listPeriods(asked), CREDIT_METRIC_IDS);
}
