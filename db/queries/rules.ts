import type { Bps, BrandId, Instant, PersonId, ProgramId, RuleId } from "~/domain/kernel/branded";
import type { Tx } from "../transaction";

export type NewRule = {
  readonly ruleId: RuleId;
  readonly programId: ProgramId;
  readonly brandId: BrandId;
  readonly effectiveFrom: Instant;
  readonly rateBps: Bps;
  readonly createdAt: Instant;
  readonly createdBy: PersonId | null;
};

/** Adds a version of a program's rule; versions are never changed. */
export async function insertRule(tx: Tx, rule: NewRule): Promise<void> {
  await tx
    .insertInto("commission_rules")
    .values({
      id: rule.ruleId,
      program_id: rule.programId,
      brand_id: rule.brandId,
      effective_from: rule.effectiveFrom,
      rate_bps: rule.rateBps,
      created_at: rule.createdAt,
      created_by: rule.createdBy,
    })
    .execute();
}
