import { expect, it } from "vitest";
import { type EarnedPart, reversalPostings, reversalsOf, reverseLine } from "~/domain/commission/reverse-order";
import type { DecidedLine } from "~/domain/events/commission-events";
import type { AffiliateId, BrandId, CommissionId, OrderId, OrderLineId, Ppm, ProductId, TouchId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";
import { FROZEN_AT } from "~tests/support/path-touches";

const PLACE = { brandId: "brd_1" as BrandId, orderId: "ord_1" as OrderId, currency: "EUR" as Currency };

function credit(affiliate: string, touch: string, commission: number) {
  return {
    ...{ affiliateId: affiliate as AffiliateId, touchId: touch as TouchId, touchedAt: FROZEN_AT, channel: "link" as const, linkId: null },
    ...{
      postId: null,
      ppm: 250_000 as Ppm,
      orderPpm: 250_000 as Ppm,
      units: 1,
      baseMinor: minor(1_000),
      commissionMinor: minor(commission),
    },
  };
}

const decided: DecidedLine = {
  orderLineId: "lin_1" as OrderLineId,
  productId: "prd_1" as ProductId,
  credits: [credit("a", "t1", 100), credit("b", "t2", 100), credit("a", "t3", 101), credit("c", "t4", 0)],
};
const part = (id: string, accrued: number, owedFrom: EarnedPart["owedFrom"] = "affiliate_pending"): EarnedPart => ({
  commissionId: id as CommissionId,
  accruedMinor: minor(accrued),
  owedFrom,
});
const parts = new Map<TouchId, EarnedPart>([
  ["t1" as TouchId, part("com_a", 100)],
  ["t2" as TouchId, part("com_b", 100, "affiliate_payable")],
  ["t3" as TouchId, part("com_a", 101)],
]);
const nothing = { units: 0, baseMinor: minor(0) };
const half = { quantity: 2, baseBackMinor: minor(2_000) };

it("takes back of each credit, of one that earned nothing only its units and money", () => {
  const reversed = reverseLine({ decided, before: nothing, taken: half, parts });
  expect(reversed.credits.map((c) => [c.touchId, c.commissionId, c.units, c.baseMinor, c.commissionMinor])).toEqual([
    ["t1", "com_a", 1, 500, 50],
    ["t2", "com_b", 1, 500, 50],
    ["t3", "com_a", 0, 500, 51],
    ["t4", null, 0, 500, 0],
  ]);
  expect(reversalsOf(reversed).map((r) => [r.touchId, r.amountMinor])).toEqual([
    ["t1", 50],
    ["t2", 50],
    ["t3", 51],
  ]);
});

it("books one entry per commission, from where the books hold it", () => {
  const postings = reversalPostings(PLACE, reverseLine({ decided, before: nothing, taken: half, parts }), parts);
  expect(postings.map((entry) => [entry?.subjectId, entry?.lines.map((l) => [l.account, l.ownerId, l.amountMinor])])).toEqual([
    [
      "com_a",
      [
        ["affiliate_pending", "a", 101],
        ["brand_payable", "brd_1", -101],
      ],
    ],
    [
      "com_b",
      [
        ["affiliate_payable", "b", 50],
        ["brand_payable", "brd_1", -50],
      ],
    ],
  ]);
});

it("ends exactly, however it was cut up", () => {
  const first = reverseLine({ decided, before: nothing, taken: half, parts });
  const rest = reverseLine({ decided, before: { units: 2, baseMinor: minor(2_000) }, taken: half, parts });
  const sums = first.credits.map((c, index) => c.commissionMinor + (rest.credits[index]?.commissionMinor ?? 0));
  expect(sums).toEqual([100, 100, 101, 0]);
});
