import type { CommissionReversed, DecidedLine } from "../events/commission-events";
import type { LineTakenBack } from "../events/order-events";
import type { AffiliateId, CommissionId, TouchId } from "../kernel/branded";
import { type Minor, minor, sumMinor } from "../kernel/money";
import type { Posting } from "../ledger/posting";
import { type Place, postReversal } from "../ledger/postings";
import { type CreditBack, type LineBack, reverseCredits } from "./reverse-line";

/** What one touch of a line earned, in the commission it belongs to. */
export type EarnedPart = {
  readonly commissionId: CommissionId;
  readonly accruedMinor: Minor;
  /** Where the books hold it: with what is pending, or with what is owed already. */
  readonly owedFrom: "affiliate_pending" | "affiliate_payable";
};

type LineToReverse = {
  readonly decided: DecidedLine;
  /** What was back before this step. */
  readonly before: LineBack["before"];
  readonly taken: Pick<LineTakenBack, "quantity" | "baseBackMinor">;
  /** By touch; a credit that earned nothing has none. */
  readonly parts: ReadonlyMap<TouchId, EarnedPart>;
};

export type ReversedLine = CommissionReversed["lines"][number];

/** What a step takes back of each credit of a line, as the event log tells it. */
export function reverseLine({ decided, before, taken, parts }: LineToReverse): ReversedLine {
  const { orderLineId, productId, credits } = decided;
  const back = reverseCredits(
    {
      quantity: credits.reduce((sum, { units }) => sum + units, 0),
      baseMinor: sumMinor(credits.map(({ baseMinor }) => baseMinor)),
      before,
      after: { units: before.units + taken.quantity, baseMinor: minor(before.baseMinor + taken.baseBackMinor) },
    },
    credits.map(({ touchId, ppm }) => ({ ppm, accruedMinor: parts.get(touchId)?.accruedMinor ?? minor(0) })),
  );
  return {
    orderLineId,
    productId,
    credits: credits.map(({ affiliateId, touchId, touchedAt, channel, linkId, postId }, index) => ({
      ...{ affiliateId, touchId, touchedAt, channel, linkId, postId },
      commissionId: parts.get(touchId)?.commissionId ?? null,
      ...(back[index] as CreditBack),
    })),
  };
}

type Reversal = {
  readonly commissionId: CommissionId;
  readonly touchId: TouchId;
  readonly affiliateId: AffiliateId;
  readonly amountMinor: Minor;
};

/** The parts of commissions that the step takes something back of. */
export function reversalsOf({ credits }: ReversedLine): readonly Reversal[] {
  return credits.flatMap(({ commissionId, touchId, affiliateId, commissionMinor }) =>
    commissionId === null || commissionMinor === 0 ? [] : [{ commissionId, touchId, affiliateId, amountMinor: commissionMinor }],
  );
}

/** One entry per commission, for all its parts together. */
export function reversalPostings(place: Place, line: ReversedLine, parts: LineToReverse["parts"]): readonly (Posting | null)[] {
  const reversals = reversalsOf(line);
  const first = reversals.filter(
    ({ commissionId }, index) => reversals.findIndex((other) => other.commissionId === commissionId) === index,
  );
  return first.map(({ commissionId, touchId, affiliateId }) => {
    const own = reversals.filter((reversal) => reversal.commissionId === commissionId);
    const amountMinor = sumMinor(own.map((reversal) => reversal.amountMinor));
    const from = parts.get(touchId)?.owedFrom ?? "affiliate_pending";
    return postReversal(place, { subjectId: commissionId, from, owed: [{ affiliateId, amountMinor }] });
  });
}
