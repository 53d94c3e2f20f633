import type { NoCommissionReason } from "../commission/decision";
import type { AffiliateId, BrandId, CommissionId, DecisionId, Instant, OrderId, OrderLineId } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import type { Minor } from "../kernel/money";

export type CommissionState = "pending" | "approved" | "in_payout" | "paid" | "held" | "rejected";

/** Which lines of a commission report are listed. */
export const COMMISSION_FILTERS = ["all", "earned", "nothing", "taken_back"] as const;
export type CommissionFilter = (typeof COMMISSION_FILTERS)[number];

/** One order line in reach of one affiliate, and what became of it. Nobody who bought is named. */
export type ReportedLine = {
  readonly decisionId: DecisionId;
  /** `null` when nothing was earned; then `reason` says why. */
  readonly commissionId: CommissionId | null;
  readonly orderId: OrderId;
  readonly orderLineId: OrderLineId;
  readonly orderNumber: string;
  readonly position: number;
  readonly placedAt: Instant;
  readonly brand: { readonly brandId: BrandId; readonly slug: string; readonly name: string };
  readonly affiliate: { readonly affiliateId: AffiliateId; readonly handle: string; readonly name: string };
  readonly title: string;
  readonly option: string;
  readonly pictureUrl: string | null;
  readonly quantity: number;
  readonly currency: Currency;
  readonly baseMinor: Minor;
  readonly accruedMinor: Minor;
  /** Taken back so far, positive. */
  readonly backMinor: Minor;
  readonly state: CommissionState | null;
  readonly reason: NoCommissionReason | null;
};

/** How many lines there are of a kind, and their money, per currency. */
export type LineCount = {
  readonly currency: Currency;
  readonly reason: NoCommissionReason | null;
  readonly lines: number;
  readonly accruedMinor: Minor;
  readonly backMinor: Minor;
};

/** What a line is told as: how sure its commission is, all of it taken back, or nothing earned. */
export type LineStanding = "provisional" | "approved" | "paid" | "held" | "taken_back" | "nothing";

const STANDINGS: Readonly<Record<CommissionState, LineStanding>> = {
  pending: "provisional",
  approved: "approved",
  in_payout: "paid",
  paid: "paid",
  held: "held",
  rejected: "taken_back",
};

/** How a line stands now. */
export function standingOf(line: Pick<ReportedLine, "state" | "accruedMinor" | "backMinor">): LineStanding {
  if (line.state === null) return "nothing";
  return line.backMinor >= line.accruedMinor ? "taken_back" : STANDINGS[line.state];
}

/** A line's own number: that of its order, and its place in it from 1. */
export function lineNumber(line: Pick<ReportedLine, "orderNumber" | "position">): string {
  return `${line.orderNumber}-${line.position + 1}`;
}
