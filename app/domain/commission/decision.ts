import type { CreditScope, TouchVerdict } from "../attribution/candidates";
import type { Model } from "../attribution/models";
import type { Channel } from "../events/commission-events";
import type { AffiliateId, Bps, Instant, LinkId, PostId, Ppm, ProgramId, RuleId, TouchId } from "../kernel/branded";
import type { Minor } from "../kernel/money";

/** Why an affiliate in reach earns nothing on a line. Source: domain §5; `rounds_to_zero` where a cent is too large. */
export const NO_COMMISSION_REASONS = [
  "no_touch_in_window",
  "partnership_not_approved",
  "self_purchase",
  "unqualified_only",
  "other_touch_won",
  "no_rule",
  "rounds_to_zero",
] as const;
export type NoCommissionReason = (typeof NO_COMMISSION_REASONS)[number];

/** The decision about one affiliate on one order line: the commission, or the reason why none. */
export type LineDecision = {
  readonly affiliateId: AffiliateId;
  readonly commissionMinor: Minor;
  readonly reason: NoCommissionReason | null;
};

/**
 * All that a decision was made from and every step of it, so that anyone can compute it again. Amounts in the
 * order's minor units; `exact` is a fraction of them.
 */
export type Explanation = {
  readonly version: 1;
  readonly line: {
    readonly quantity: number;
    readonly grossMinor: Minor;
    readonly discountMinor: Minor;
    readonly baseMinor: Minor;
  };
  readonly program: { readonly programId: ProgramId; readonly model: Model; readonly scope: CreditScope; readonly windowDays: number };
  readonly frozenAt: Instant;
  readonly placedAt: Instant;
  /** Every touch in reach, oldest first. */
  readonly touches: readonly ExplainedTouch[];
  readonly credits: readonly ExplainedCredit[];
  /** All credits of the line together. */
  readonly totalMinor: Minor;
};

export type ExplainedTouch = {
  readonly touchId: TouchId;
  readonly affiliateId: AffiliateId;
  readonly channel: Channel;
  readonly at: Instant;
  readonly linkId: LinkId | null;
  readonly postId: PostId | null;
  readonly pointsAt: "product" | "brand";
  readonly verdict: TouchVerdict;
};

export type ExplainedCredit = {
  readonly touchId: TouchId;
  readonly affiliateId: AffiliateId;
  readonly ppm: Ppm;
  readonly atTouch: ExplainedRule | null;
  readonly atFreeze: ExplainedRule | null;
  readonly pays: "touch" | "freeze" | "none";
  readonly exact: { readonly numerator: string; readonly denominator: string };
  readonly commissionMinor: Minor;
};

export type ExplainedRule = { readonly ruleId: RuleId; readonly effectiveFrom: Instant; readonly rateBps: Bps };
