import type { AffiliateId, BrandId, OrderId } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import { type Minor, minor, sumMinor } from "../kernel/money";
import { type Account, type Line, less, type Posting, posting } from "./posting";

/** Whose order an amount belongs to. */
export type Place = { readonly brandId: BrandId; readonly orderId: OrderId; readonly currency: Currency };

type Owed = { readonly affiliateId: AffiliateId; readonly amountMinor: Minor };

/** Commissions of one order line come into being: owed by the brand, pending for each affiliate. */
export function postAccrual(place: Place, accrued: { readonly subjectId: string; readonly owed: readonly Owed[] }): Posting | null {
  const total = sumMinor(accrued.owed.map((one) => one.amountMinor));
  return posting({ kind: "commission.accrued", currency: place.currency, subjectId: accrued.subjectId }, [
    brandLine(place, "brand_payable", total),
    ...accrued.owed.map((one) => affiliateLine(place, { account: "affiliate_pending", ...one, amountMinor: less(one.amountMinor) })),
  ]);
}

/** Commission is taken back: from what is pending, or, once approved, from what is payable (which may fall below zero). */
export function postReversal(
  place: Place,
  reversed: { readonly subjectId: string; readonly from: "affiliate_pending" | "affiliate_payable"; readonly owed: readonly Owed[] },
): Posting | null {
  const total = sumMinor(reversed.owed.map((one) => one.amountMinor));
  return posting({ kind: "commission.reversed", currency: place.currency, subjectId: reversed.subjectId }, [
    ...reversed.owed.map((one) => affiliateLine(place, { account: reversed.from, ...one })),
    brandLine(place, "brand_payable", less(total)),
  ]);
}

/** Commission becomes payable. */
export function postApproval(place: Place, approved: { readonly subjectId: string; readonly owed: Owed }): Posting | null {
  return posting({ kind: "commission.approved", currency: place.currency, subjectId: approved.subjectId }, [
    affiliateLine(place, { account: "affiliate_pending", ...approved.owed }),
    affiliateLine(place, { account: "affiliate_payable", ...approved.owed, amountMinor: less(approved.owed.amountMinor) }),
  ]);
}

/** The shopper's money is taken: the fee is the platform's, the rest the brand's. */
export function postCapture(
  place: Place,
  captured: { readonly subjectId: string; readonly amountMinor: Minor; readonly feeMinor: Minor },
): Posting | null {
  return posting({ kind: "payment.captured", currency: place.currency, subjectId: captured.subjectId }, [
    platformLine("provider_clearing", captured.amountMinor, place),
    brandLine(place, "brand_payable", less(minor(captured.amountMinor - captured.feeMinor))),
    platformLine("platform_fees", less(captured.feeMinor), place),
  ]);
}

/** Money goes back to the shopper: the fee's share is the platform's loss, the rest the brand's. */
export function postRefund(
  place: Place,
  refunded: { readonly subjectId: string; readonly amountMinor: Minor; readonly feeBackMinor: Minor },
): Posting | null {
  return posting({ kind: "refund.succeeded", currency: place.currency, subjectId: refunded.subjectId }, [
    brandLine(place, "brand_payable", minor(refunded.amountMinor - refunded.feeBackMinor)),
    platformLine("platform_fees", refunded.feeBackMinor, place),
    platformLine("provider_clearing", less(refunded.amountMinor), place),
  ]);
}

/** The provider pays out a batch less its own cost; a negative batch takes cash instead, by the same signs. */
export function postProviderSettlement(batch: {
  readonly settlementId: string;
  readonly currency: Currency;
  readonly grossMinor: Minor;
  readonly costMinor: Minor;
}): Posting | null {
  return posting({ kind: "provider.settled", currency: batch.currency, subjectId: batch.settlementId }, [
    platformLine("cash", minor(batch.grossMinor - batch.costMinor)),
    platformLine("provider_costs", batch.costMinor),
    platformLine("provider_clearing", less(batch.grossMinor)),
  ]);
}

/** The provider charged a shopper for an order that was never placed. */
export function postUnplacedCharge(place: Place, charge: { readonly subjectId: string; readonly amountMinor: Minor }): Posting | null {
  return posting({ kind: "charge.unplaced", currency: place.currency, subjectId: charge.subjectId }, [
    platformLine("provider_clearing", charge.amountMinor, place),
    platformLine("unplaced_charges", less(charge.amountMinor), place),
  ]);
}

/** Such a charge went back to the shopper. */
export function postUnplacedReturn(place: Place, charge: { readonly subjectId: string; readonly amountMinor: Minor }): Posting | null {
  return posting({ kind: "charge.returned", currency: place.currency, subjectId: charge.subjectId }, [
    platformLine("unplaced_charges", charge.amountMinor, place),
    platformLine("provider_clearing", less(charge.amountMinor), place),
  ]);
}

type Disputed = { readonly subjectId: string; readonly amountMinor: Minor };

/** The shopper's bank withholds an amount until it is decided; the provider's fee for that is the brand's. */
export function postDisputeOpened(place: Place, dispute: Disputed & { readonly chargebackFeeMinor: Minor }): Posting | null {
  return posting({ kind: "dispute.opened", currency: place.currency, subjectId: dispute.subjectId }, [
    platformLine("disputes", dispute.amountMinor, place),
    brandLine(place, "brand_payable", dispute.chargebackFeeMinor),
    platformLine("provider_clearing", less(minor(dispute.amountMinor + dispute.chargebackFeeMinor)), place),
  ]);
}

/** The withheld amount is given back to us. */
export function postDisputeWon(place: Place, dispute: Disputed): Posting | null {
  return posting({ kind: "dispute.won", currency: place.currency, subjectId: dispute.subjectId }, [
    platformLine("provider_clearing", dispute.amountMinor, place),
    platformLine("disputes", less(dispute.amountMinor), place),
  ]);
}

/** The withheld amount stays with the shopper: borne as a refund is. */
export function postDisputeLost(place: Place, dispute: Disputed & { readonly feeBackMinor: Minor }): Posting | null {
  return posting({ kind: "dispute.lost", currency: place.currency, subjectId: dispute.subjectId }, [
    brandLine(place, "brand_payable", minor(dispute.amountMinor - dispute.feeBackMinor)),
    platformLine("platform_fees", dispute.feeBackMinor, place),
    platformLine("disputes", less(dispute.amountMinor), place),
  ]);
}

/** Money for an affiliate (a payout) or a brand (a settlement). */
export type Transfer = {
  readonly to: "affiliate" | "brand";
  readonly ownerId: AffiliateId | BrandId;
  readonly currency: Currency;
  readonly subjectId: string;
  readonly amountMinor: Minor;
};

/** It leaves, and is on its way. */
export function postSent(sent: Transfer): Posting | null {
  return posting(transferHead(sent, "sent"), [owedLine(sent, sent.amountMinor), platformLine("payout_transit", less(sent.amountMinor))]);
}

/** What was on its way has arrived. */
export function postArrived(arrived: Omit<Transfer, "ownerId">): Posting | null {
  const { amountMinor } = arrived;
  return posting(transferHead(arrived, "confirmed"), [
    platformLine("payout_transit", amountMinor),
    platformLine("cash", less(amountMinor)),
  ]);
}

/** What was on its way did not arrive: it is owed again. */
export function postBounced(failed: Transfer): Posting | null {
  return posting(transferHead(failed, "failed"), [
    platformLine("payout_transit", failed.amountMinor),
    owedLine(failed, less(failed.amountMinor)),
  ]);
}

function transferHead({ to, currency, subjectId }: Omit<Transfer, "ownerId">, step: "sent" | "confirmed" | "failed") {
  return { kind: to === "affiliate" ? (`payout.${step}` as const) : (`settlement.${step}` as const), currency, subjectId };
}

function owedLine({ to, ownerId }: Transfer, amountMinor: Minor): Line {
  return { account: to === "affiliate" ? "affiliate_payable" : "brand_payable", ownerId, brandId: "", orderId: "", amountMinor };
}

/** A brand pays in ahead of what it owes. */
export function postTopUp(paid: {
  readonly brandId: BrandId;
  readonly currency: Currency;
  readonly subjectId: string;
  readonly amountMinor: Minor;
}): Posting | null {
  return posting({ kind: "brand.topped_up", currency: paid.currency, subjectId: paid.subjectId }, [
    platformLine("provider_clearing", paid.amountMinor),
    { account: "brand_payable", ownerId: paid.brandId, brandId: paid.brandId, orderId: "", amountMinor: less(paid.amountMinor) },
  ]);
}

/** The platform takes out what its fees have brought. */
export function postFeesWithdrawn(taken: {
  readonly currency: Currency;
  readonly subjectId: string;
  readonly amountMinor: Minor;
}): Posting | null {
  return posting({ kind: "fees.withdrawn", currency: taken.currency, subjectId: taken.subjectId }, [
    platformLine("platform_fees", taken.amountMinor),
    platformLine("cash", less(taken.amountMinor)),
  ]);
}

function brandLine(place: Place, account: "brand_payable", amountMinor: Minor): Line {
  return { account, ownerId: place.brandId, brandId: place.brandId, orderId: place.orderId, amountMinor };
}

function affiliateLine(place: Place, owed: Owed & { readonly account: "affiliate_pending" | "affiliate_payable" }): Line {
  return {
    account: owed.account,
    ownerId: owed.affiliateId,
    brandId: place.brandId,
    orderId: place.orderId,
    amountMinor: owed.amountMinor,
  };
}

function platformLine(
  account: Exclude<Account, "brand_payable" | "affiliate_pending" | "affiliate_payable">,
  amountMinor: Minor,
  place?: Place,
): Line {
  return { account, ownerId: "", brandId: place?.brandId ?? "", orderId: place?.orderId ?? "", amountMinor };
}
