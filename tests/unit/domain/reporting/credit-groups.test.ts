import { expect, it } from "vitest";
import type { AffiliateId, LinkId, PostId } from "~/domain/kernel/branded";
import { type CreditRow, groupCredits, groupKey, SHARED_METRICS, unattributedOf, wholeOf } from "~/domain/reporting/credit-groups";
import { NO_CREDIT } from "~/domain/reporting/credit-sums";

function row(affiliate: string, way: { readonly link?: string; readonly post?: string }, accrued: number, clicks = 1): CreditRow {
  return {
    affiliateId: affiliate as AffiliateId,
    channel: way.link === undefined ? "post" : "link",
    linkId: (way.link ?? null) as LinkId | null,
    postId: (way.post ?? null) as PostId | null,
    sums: { ...NO_CREDIT, commission_accrued: accrued, clicks },
  };
}

const ROWS = [
  row("lina", { link: "a" }, 5),
  row("lina", { post: "p" }, 7),
  row("noe", { link: "b", post: "p" }, 9),
  row("lina", { link: "a" }, 1),
];

it("adds up by affiliate, the best net commission first", () => {
  expect(groupCredits(ROWS, "affiliate").map((group) => [group.affiliateId, group.sums.commission_accrued])).toEqual([
    ["lina", 13],
    ["noe", 9],
  ]);
});

it("keeps what has no link or no post in one line", () => {
  expect(groupCredits(ROWS, "link").map((group) => [group.linkId, group.sums.commission_accrued])).toEqual([
    ["b", 9],
    [null, 7],
    ["a", 6],
  ]);
  expect(groupCredits(ROWS, "post").map((group) => [group.postId, group.affiliateId])).toEqual([
    ["p", "noe"],
    ["p", "lina"],
    [null, null],
  ]);
});

it("tells each way apart under a key of its own", () => {
  const groups = groupCredits(ROWS, "source");
  expect(groups).toHaveLength(3);
  expect(new Set(groups.map(groupKey)).size).toBe(3);
});

it("leaves exactly what no affiliate is credited with", () => {
  const sales = { orders: 3, units: 7, gross_sales: 1_000, discounts: 50, refunds: 200 };
  expect(wholeOf(sales)).toEqual({
    orders_credited: 3_000_000,
    units_credited: 7,
    credited_sales: 950,
    credited_refunds: 200,
    credited_net_sales: 750,
  });
  const credited = { ...NO_CREDIT, orders_credited: 1_500_000, units_credited: 2, credited_sales: 400, credited_refunds: 150 };
  expect(unattributedOf(sales, credited)).toEqual({
    orders_credited: 1_500_000,
    units_credited: 5,
    credited_sales: 550,
    credited_refunds: 50,
    credited_net_sales: 500,
  });
  expect(Object.keys(unattributedOf(sales, NO_CREDIT))).toEqual([...SHARED_METRICS]);
});
