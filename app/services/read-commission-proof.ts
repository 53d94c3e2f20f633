import type { Explanation } from "~/domain/commission/decision";
import type { DecisionId } from "~/domain/kernel/branded";
import { type CommissionProof, proveTouches } from "~/domain/reporting/commission-proof";
import type { Queryable } from "~db/open";
import { getExplanation, getProofBase, listProofEntries, listProofReversals } from "~db/queries/commission-proof";
import { findReportedLine, type Reach } from "~db/queries/commission-report";
import { nameAffiliates, nameLinks, namePosts } from "~db/queries/credit-names";
import { readSnapshot } from "~db/transaction";
import type { Deps } from "./deps";

/**
 * All that one decision about one affiliate on one line rests on: base, touches, rules, rounding, reversals and
 * ledger entries. `null` when it is out of reach, and when there is none.
 */
export async function readCommissionProof(
  deps: Deps,
  asked: { readonly reach: Reach; readonly decisionId: DecisionId },
): Promise<CommissionProof | null> {
  return readSnapshot(deps.db, async (q) => {
    const line = await findReportedLine(q, asked);
    if (line === undefined) return null;
    const explanation = await getExplanation(q, line.decisionId);
    const seen = { by: "brandId" in asked.reach ? "brand" : "affiliate", about: line.affiliate.affiliateId } as const;
    return {
      line,
      base: await getProofBase(q, line.orderLineId),
      program: explanation.program,
      frozenAt: explanation.frozenAt,
      touches: proveTouches(explanation, await namesIn(q, explanation), seen),
      totalMinor: explanation.totalMinor,
      reversals: line.commissionId === null ? [] : await listProofReversals(q, line.commissionId),
      entries: line.commissionId === null ? [] : await listProofEntries(q, { commissionId: line.commissionId, orderId: line.orderId }),
    };
  });
}

async function namesIn(q: Queryable, { touches }: Explanation) {
  return {
    affiliates: await nameAffiliates(
      q,
      touches.map((touch) => touch.affiliateId),
    ),
    links: await nameLinks(
      q,
      touches.flatMap((touch) => touch.linkId ?? []),
    ),
    posts: await namePosts(
      q,
      touches.flatMap((touch) => touch.postId ?? []),
    ),
  };
}
