import { describe, expect, it } from "vitest";
import { lineCommission } from "~/domain/commission/amounts";
import type { AffiliateId, Bps, BrandId, OrderId, Ppm } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { type Minor, minor, sumMinor } from "~/domain/kernel/money";
import { backSoFar } from "~/domain/kernel/take-back";
import { captureFees, feeBack } from "~/domain/ledger/fees";
import type { Posting } from "~/domain/ledger/posting";
import {
  postAccrual,
  postApproval,
  postArrived,
  postBounced,
  postCapture,
  postDisputeLost,
  postDisputeOpened,
  postDisputeWon,
  postFeesWithdrawn,
  postProviderSettlement,
  postRefund,
  postReversal,
  postSent,
  postTopUp,
  postUnplacedCharge,
  postUnplacedReturn,
} from "~/domain/ledger/postings";

const BRAND = "brd_1" as BrandId;
const [A, B] = ["aff_a", "aff_b"] as AffiliateId[] as [AffiliateId, AffiliateId];
const EUR = "EUR" as Currency;
const PLACE = { brandId: BRAND, orderId: "ord_1" as OrderId, currency: EUR };

/** What accounts hold after the entries, by account and owner; 0 left out. */
function balances(entries: readonly (Posting | null)[]): Record<string, number> {
  const held: Record<string, number> = {};
  for (const { account, ownerId, amountMinor } of entries.flatMap((entry) => entry?.lines ?? [])) {
    const name = ownerId === "" ? account : `${account} ${ownerId}`;
    held[name] = (held[name] ?? 0) + amountMinor;
  }
  return Object.fromEntries(Object.entries(held).filter(([, amount]) => amount !== 0));
}

const owed = (affiliateId: AffiliateId, amount: number) => ({ affiliateId, amountMinor: minor(amount) });
const subjectId = "x";

describe("the worked example", () => {
  const base = minor(6_747);
  const { parts } = lineCommission(base, [
    { ppm: 500_000 as Ppm, rateBps: 1_000 as Bps },
    { ppm: 500_000 as Ppm, rateBps: 800 as Bps },
  ]);
  const back = (amount: Minor, from: number, to: number): number =>
    backSoFar(amount, { taken: to, of: base }) - backSoFar(amount, { taken: from, of: base });
  const reversal = (from: number, to: number, account: "affiliate_pending" | "affiliate_payable") =>
    postReversal(PLACE, { subjectId, from: account, owed: [A, B].map((id, index) => owed(id, back(parts[index] as Minor, from, to))) });
  const [fee] = captureFees(500 as Bps, [minor(4_498)]) as [Minor];
  const feeShare = feeBack(fee, { capturedBaseMinor: minor(4_498), before: minor(0), after: minor(2_249) });

  it("comes to the figures of its steps", () => {
    expect([parts, fee, feeShare]).toEqual([[337, 270], 225, 113]);
    expect([
      back(minor(337), 0, 2_249),
      back(minor(270), 0, 2_249),
      back(minor(337), 2_249, 4_498),
      back(minor(270), 2_249, 4_498),
    ]).toEqual([112, 90, 113, 90]);
  });

  it("ends with the balances it names", () => {
    const accrual = postAccrual(PLACE, { subjectId, owed: [owed(A, 337), owed(B, 270)] });
    const capture = postCapture(PLACE, { subjectId, amountMinor: minor(5_897), feeMinor: fee });
    expect(balances([capture])).toMatchObject({ [`brand_payable ${BRAND}`]: -5_672, platform_fees: -225 });
    const beforePayout = [
      accrual,
      reversal(0, 2_249, "affiliate_pending"),
      capture,
      postProviderSettlement({ settlementId: "set", currency: EUR, grossMinor: minor(5_897), costMinor: minor(108) }),
      ...[owed(A, 225), owed(B, 180)].map((one) => postApproval(PLACE, { subjectId, owed: one })),
    ];
    expect(balances(beforePayout)).toMatchObject({
      [`affiliate_payable ${A}`]: -225,
      [`affiliate_payable ${B}`]: -180,
      [`brand_payable ${BRAND}`]: -5_267,
      cash: 5_789,
    });
    const transfers = [
      { to: "affiliate" as const, ownerId: A, amountMinor: minor(225) },
      { to: "affiliate" as const, ownerId: B, amountMinor: minor(180) },
      { to: "brand" as const, ownerId: BRAND, amountMinor: minor(5_267) },
    ].map((transfer) => ({ ...transfer, currency: EUR, subjectId }));
    const after = [
      ...beforePayout,
      ...transfers.flatMap((transfer) => [postSent(transfer), postArrived(transfer)]),
      postRefund(PLACE, { subjectId, amountMinor: minor(2_699), feeBackMinor: feeShare }),
      reversal(2_249, 4_498, "affiliate_payable"),
      // The refund leaves with the provider's next batch, which is negative.
      postProviderSettlement({ settlementId: "set_2", currency: EUR, grossMinor: minor(-2_699), costMinor: minor(0) }),
    ];
    expect(balances(after)).toEqual({
      [`brand_payable ${BRAND}`]: 2_383,
      [`affiliate_payable ${A}`]: 113,
      [`affiliate_payable ${B}`]: 90,
      platform_fees: -112,
      provider_costs: 108,
      cash: -2_582,
    });
  });
});

describe("what returns to nothing", () => {
  const transfer = { to: "affiliate" as const, ownerId: A, currency: EUR, subjectId, amountMinor: minor(50) };

  it("a transfer that bounced", () => {
    expect(balances([postSent(transfer), postBounced(transfer)])).toEqual({});
    const toBrand = { ...transfer, to: "brand" as const, ownerId: BRAND };
    expect(balances([postSent(toBrand), postBounced(toBrand)])).toEqual({});
    expect([postSent(transfer), postArrived(transfer), postBounced(transfer), postBounced(toBrand)].map((entry) => entry?.kind)).toEqual([
      "payout.sent",
      "payout.confirmed",
      "payout.failed",
      "settlement.failed",
    ]);
  });

  it("a charge without an order, once returned", () => {
    const charge = { subjectId, amountMinor: minor(700) };
    expect(balances([postUnplacedCharge(PLACE, charge)])).toEqual({ provider_clearing: 700, unplaced_charges: -700 });
    expect(balances([postUnplacedCharge(PLACE, charge), postUnplacedReturn(PLACE, charge)])).toEqual({});
  });

  it("the amount of a dispute, won or lost; the brand bears the chargeback fee, and a loss as a refund", () => {
    const dispute = { subjectId, amountMinor: minor(1_000) };
    const opened = postDisputeOpened(PLACE, { ...dispute, chargebackFeeMinor: minor(15) });
    expect(balances([opened])).toEqual({ disputes: 1_000, [`brand_payable ${BRAND}`]: 15, provider_clearing: -1_015 });
    expect(balances([opened, postDisputeWon(PLACE, dispute)])).toEqual({ [`brand_payable ${BRAND}`]: 15, provider_clearing: -15 });
    expect(balances([opened, postDisputeLost(PLACE, { ...dispute, feeBackMinor: minor(40) })])).toEqual({
      [`brand_payable ${BRAND}`]: 975,
      platform_fees: 40,
      provider_clearing: -1_015,
    });
  });
});

it("takes a top-up for the brand, and fees out of the till", () => {
  expect(balances([postTopUp({ brandId: BRAND, currency: EUR, subjectId, amountMinor: minor(900) })])).toEqual({
    provider_clearing: 900,
    [`brand_payable ${BRAND}`]: -900,
  });
  expect(balances([postFeesWithdrawn({ currency: EUR, subjectId, amountMinor: minor(112) })])).toEqual({ platform_fees: 112, cash: -112 });
});

it("books nothing where nothing moves", () => {
  expect(postCapture(PLACE, { subjectId, amountMinor: minor(0), feeMinor: minor(0) })).toBeNull();
  expect(sumMinor([])).toBe(0);
});
