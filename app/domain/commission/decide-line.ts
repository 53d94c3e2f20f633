import { type CreditScope, type JudgedTouch, judgePath } from "../attribution/candidates";
import { creditShares, type Model } from "../attribution/models";
import type { AffiliateId, Instant, Ppm, ProgramId } from "../kernel/branded";
import type { Minor } from "../kernel/money";
import type { FrozenPath, PathTouch } from "../tracking/touch";
import { EXACT_DENOMINATOR, exactReward, lineCommission } from "./amounts";
import type { ExplainedCredit, Explanation, LineDecision, NoCommissionReason } from "./decision";
import { type PinnedTerms, payingRule, pinTerms, type RuleVersion } from "./rule";

/** What a line's decision is made from: nothing else may count, so a late worker decides the same. */
export type LineToDecide = {
  readonly program: {
    readonly programId: ProgramId;
    readonly model: Model;
    readonly scope: CreditScope;
    readonly windowDays: number;
    readonly rules: readonly RuleVersion[];
  };
  readonly placedAt: Instant;
  readonly path: FrozenPath;
  readonly quantity: number;
  readonly grossMinor: Minor;
  readonly baseMinor: Minor;
};

/** A touch that is credited with a share of the line, and what that earns. */
export type Credit = { readonly touch: PathTouch; readonly ppm: Ppm; readonly commissionMinor: Minor };

export type DecidedLine = {
  readonly credits: readonly Credit[];
  /** One for each affiliate in reach, in the order of their first touch. */
  readonly decisions: readonly LineDecision[];
  readonly explanation: Explanation;
};

/** Decides one order line: whose touches are credited with which share, what they earn, and why the others earn nothing. */
export function decideLine(line: LineToDecide): DecidedLine {
  const judged = judgePath(line.path, line.program);
  const candidates = judged.flatMap(({ touch, verdict }) => (verdict === "candidate" ? [touch] : []));
  const shares = creditShares(
    line.program.model,
    candidates.map((touch) => touch.at),
    line.path.frozenAt,
  );
  const credited = candidates.flatMap((touch, index) => {
    const ppm = shares[index];
    if (ppm === undefined || ppm === 0) return [];
    return [{ touch, ppm, terms: pinTerms(line.program.rules, { touchedAt: touch.at, frozenAt: line.path.frozenAt }) }];
  });
  const rewards = credited.map(({ ppm, terms }) => ({ ppm, rateBps: payingRule(terms)?.rateBps ?? null }));
  const { totalMinor, parts } = lineCommission(line.baseMinor, rewards);
  const credits = credited.map((credit, index) => ({ ...credit, commissionMinor: parts[index] as Minor }));
  return {
    credits: credits.map(({ touch, ppm, commissionMinor }) => ({ touch, ppm, commissionMinor })),
    decisions: affiliatesOf(judged).map((affiliateId) => decisionFor(affiliateId, judged, credits)),
    explanation: explain(line, judged, { credits, totalMinor }),
  };
}

type TermedCredit = Credit & { readonly terms: PinnedTerms };

function affiliatesOf(judged: readonly JudgedTouch[]): readonly AffiliateId[] {
  return [...new Set(judged.map(({ touch }) => touch.affiliateId))];
}

function decisionFor(affiliateId: AffiliateId, judged: readonly JudgedTouch[], credits: readonly TermedCredit[]): LineDecision {
  const own = credits.filter(({ touch }) => touch.affiliateId === affiliateId);
  const commissionMinor = own.reduce((sum, credit) => sum + credit.commissionMinor, 0) as Minor;
  if (commissionMinor > 0) return { affiliateId, commissionMinor, reason: null };
  const touches = judged.filter(({ touch }) => touch.affiliateId === affiliateId);
  return { affiliateId, commissionMinor, reason: own.length > 0 ? unpaidReason(own) : uncreditedReason(touches) };
}

function unpaidReason(own: readonly TermedCredit[]): NoCommissionReason {
  return own.every(({ terms }) => terms.pays === "none") ? "no_rule" : "rounds_to_zero";
}

/** The reason that came closest to earning: who was in the race lost it, who was kept out hears what kept them out. */
function uncreditedReason(touches: readonly JudgedTouch[]): NoCommissionReason {
  const met = (...verdicts: readonly JudgedTouch["verdict"][]): boolean => touches.some(({ verdict }) => verdicts.includes(verdict));
  if (met("candidate", "beaten_by_product")) return "other_touch_won";
  if (met("out_of_window", "out_of_scope")) return "no_touch_in_window";
  if (met("self")) return "self_purchase";
  return met("partnership", "banned") ? "partnership_not_approved" : "unqualified_only";
}

function explain(
  line: LineToDecide,
  judged: readonly JudgedTouch[],
  paid: { readonly credits: readonly TermedCredit[]; readonly totalMinor: Minor },
): Explanation {
  const { programId, model, scope, windowDays } = line.program;
  const { quantity, grossMinor, baseMinor } = line;
  return {
    version: 1,
    line: { quantity, grossMinor, discountMinor: (grossMinor - baseMinor) as Minor, baseMinor },
    program: { programId, model, scope, windowDays },
    frozenAt: line.path.frozenAt,
    placedAt: line.placedAt,
    touches: judged.map(({ touch: { disqualified: _, ...touch }, verdict }) => ({ ...touch, verdict })),
    credits: paid.credits.map((credit) => explainCredit(baseMinor, credit)),
    totalMinor: paid.totalMinor,
  };
}

function explainCredit(base: Minor, { touch, ppm, terms, commissionMinor }: TermedCredit): ExplainedCredit {
  const { numerator } = exactReward(base, { ppm, rateBps: payingRule(terms)?.rateBps ?? null });
  return {
    touchId: touch.touchId,
    affiliateId: touch.affiliateId,
    ppm,
    ...terms,
    exact: { numerator: String(numerator), denominator: String(EXACT_DENOMINATOR) },
    commissionMinor,
  };
}
