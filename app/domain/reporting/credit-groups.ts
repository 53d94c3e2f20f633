import type { Channel } from "../events/commission-events";
import type { AffiliateId, LinkId, PostId } from "../kernel/branded";
import { addCredit } from "./credit-sums";
import type { CreditSums, MetricValues, SalesSums } from "./metrics";
import { type CreditMetricId, creditValues } from "./metrics";

/** Whose credit, and by which way it came. */
export type CreditSource = {
  readonly affiliateId: AffiliateId;
  readonly channel: Channel;
  readonly linkId: LinkId | null;
  readonly postId: PostId | null;
};

export type CreditRow = CreditSource & { readonly sums: CreditSums };

/** How a table of credit is grouped. */
export const CREDIT_GROUPINGS = ["affiliate", "link", "post"] as const;
export type CreditGrouping = (typeof CREDIT_GROUPINGS)[number];

/** One line of such a table; what the grouping leaves open is `null`. Without a link (a post) all the rest is one line. */
export type CreditGroup = {
  readonly affiliateId: AffiliateId | null;
  readonly channel: Channel | null;
  readonly linkId: LinkId | null;
  readonly postId: PostId | null;
  readonly sums: CreditSums;
};

type Named = Omit<CreditGroup, "sums">;

const OPEN: Named = { affiliateId: null, channel: null, linkId: null, postId: null };

const NAMES: Readonly<Record<CreditGrouping | "source", (row: CreditRow) => Named>> = {
  affiliate: ({ affiliateId }) => ({ ...OPEN, affiliateId }),
  link: ({ affiliateId, linkId }) => (linkId === null ? OPEN : { ...OPEN, affiliateId, linkId }),
  post: ({ affiliateId, postId }) => (postId === null ? OPEN : { ...OPEN, affiliateId, postId }),
  source: ({ affiliateId, channel, linkId, postId }) => ({ affiliateId, channel, linkId, postId: linkId === null ? postId : null }),
};

/** Rows added up by affiliate, link or post, or by the way they came (`source`), best net commission first. */
export function groupCredits(rows: readonly CreditRow[], by: CreditGrouping | "source"): readonly CreditGroup[] {
  const groups = new Map<string, CreditGroup>();
  for (const row of rows) {
    const name = NAMES[by](row);
    const key = groupKey(name);
    const known = groups.get(key);
    groups.set(key, { ...name, sums: known === undefined ? row.sums : addCredit(known.sums, row.sums) });
  }
  return [...groups.values()].sort((left, right) => compare(left, right));
}

/** What tells groups of one table apart. */
export function groupKey({ affiliateId, channel, linkId, postId }: Named): string {
  return [affiliateId, channel, linkId, postId].map((part) => part ?? "").join("|");
}

function compare(left: CreditGroup, right: CreditGroup): number {
  return netOf(right) - netOf(left) || right.sums.clicks - left.sums.clicks || (groupKey(left) < groupKey(right) ? -1 : 1);
}

function netOf({ sums }: CreditGroup): number {
  return sums.commission_accrued - sums.commission_reversed;
}

/** Metrics that a brand has as a whole, so that affiliates and the unattributed rest add up to it. */
export const SHARED_METRICS: readonly CreditMetricId[] = [
  "orders_credited",
  "units_credited",
  "credited_sales",
  "credited_refunds",
  "credited_net_sales",
];

const PPM = 1_000_000;

/** A brand's sales in the terms of credit: every order is 1 000 000 parts, sold for gross less discounts. */
export function wholeOf(sales: SalesSums): MetricValues {
  const [sold, back] = [sales.gross_sales - sales.discounts, sales.refunds];
  return {
    orders_credited: sales.orders * PPM,
    units_credited: sales.units,
    credited_sales: sold,
    credited_refunds: back,
    credited_net_sales: sold - back,
  };
}

/** What no affiliate is credited with: the brand's whole less what is credited, exactly. */
export function unattributedOf(sales: SalesSums, credited: CreditSums): MetricValues {
  const [whole, told] = [wholeOf(sales), creditValues(credited, SHARED_METRICS)];
  return Object.fromEntries(SHARED_METRICS.map((id) => [id, (whole[id] ?? 0) - (told[id] ?? 0)]));
}
