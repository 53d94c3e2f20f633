import type { BrandId, Instant, PersonId, RuleId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { parseBps } from "~/domain/kernel/rates";
import { LATEST_COMMIT_MS } from "~/domain/reporting/watermark";
import { recordEvents } from "~db/queries/events";
import { findProgram } from "~db/queries/partnerships";
import { insertRule } from "~db/queries/rules";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

type Change = {
  readonly brandId: BrandId;
  /** In basis points. */
  readonly rate: number;
  /** Left out: from now on. */
  readonly from?: Instant;
  readonly by: PersonId | null;
};

export type RateRefusal = { readonly kind: "no_program" | "rate_invalid" | "in_the_past" };

/**
 * Gives a program's rule a new version; the old ones stay, and what was decided by them. A rule begins no earlier
 * than a moment from now, so that it is committed before anything can be decided by it: whoever decides later, or
 * decides again, then sees the same rules.
 */
export function changeRate(
  deps: Deps,
  input: Change,
): Promise<Outcome<{ readonly ruleId: RuleId; readonly effectiveFrom: Instant }, RateRefusal>> {
  return transact(deps.db, async (tx) => {
    const now = deps.clock.now();
    const rateBps = parseBps(input.rate);
    if (rateBps === undefined) return refused({ kind: "rate_invalid" });
    if (input.from !== undefined && input.from < now) return refused({ kind: "in_the_past" });
    const programId = await findProgram(tx, input.brandId);
    if (programId === undefined) return refused({ kind: "no_program" });
    const effectiveFrom = Math.max(input.from ?? now, now + LATEST_COMMIT_MS) as Instant;
    const ruleId = deps.ids.next("rul") as RuleId;
    await insertRule(tx, { ruleId, programId, brandId: input.brandId, effectiveFrom, rateBps, createdAt: now, createdBy: input.by });
    const payload = { ruleId, rateBps, effectiveFrom };
    const about = { brandId: input.brandId, subjectId: programId, occurredAt: now };
    await recordEvents(tx, deps, [{ ...about, type: "program.rate_changed", payload }]);
    return done({ ruleId, effectiveFrom });
  });
}
