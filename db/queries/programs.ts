import { sql } from "kysely";
import type { CreditScope } from "~/domain/attribution/candidates";
import type { Model } from "~/domain/attribution/models";
import type { RuleVersion } from "~/domain/commission/rule";
import type { ProgramStep } from "~/domain/events/order-events";
import type { Bps, BrandId, Instant, ProgramId, RuleId } from "~/domain/kernel/branded";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/**
 * Takes the next step of a brand's program, and with it, until the transaction ends, the program itself: steps
 * are committed in their order. Errors: the brand has no program.
 */
export async function takeNextStep(tx: Tx, brandId: BrandId): Promise<ProgramStep> {
  const row = await tx
    .updateTable("programs")
    .set({ next_seq: sql<number>`next_seq + 1` })
    .where("brand_id", "=", brandId)
    .returning(["id", "next_seq"])
    .executeTakeFirstOrThrow();
  return { programId: row.id as ProgramId, programSeq: row.next_seq - 1 };
}

/** Marks a step as decided; false when the one before it is not, or this one is already. */
export async function advanceDecided(tx: Tx, step: ProgramStep): Promise<boolean> {
  const row = await tx
    .updateTable("programs")
    .set({ decided_seq: step.programSeq })
    .where("id", "=", step.programId)
    .where("decided_seq", "=", step.programSeq - 1)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** How a program credits touches, how far back, by which rules, and how far its steps are decided. */
export type ProgramTerms = {
  readonly programId: ProgramId;
  readonly model: Model;
  readonly scope: CreditScope;
  readonly windowDays: number;
  readonly decidedSeq: number;
  readonly rules: readonly RuleVersion[];
};

/** The program with every version of its rule, oldest first. Errors: there is no such program. */
export async function getProgramTerms(q: Queryable, programId: ProgramId): Promise<ProgramTerms> {
  const program = await q.selectFrom("programs").selectAll().where("id", "=", programId).executeTakeFirstOrThrow();
  return {
    programId,
    model: program.credit_model as Model,
    scope: program.credit_scope as CreditScope,
    windowDays: program.window_days,
    decidedSeq: program.decided_seq,
    rules: await listRules(q, programId),
  };
}

async function listRules(q: Queryable, programId: ProgramId): Promise<readonly RuleVersion[]> {
  const rows = await q
    .selectFrom("commission_rules")
    .select(["id", "effective_from", "rate_bps"])
    .where("program_id", "=", programId)
    .orderBy("effective_from")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    ruleId: row.id as RuleId,
    effectiveFrom: row.effective_from as Instant,
    rateBps: row.rate_bps as Bps,
  }));
}

/** How long before the freeze touches on a brand may count. Errors: the brand has no program. */
export async function getWindowDays(q: Queryable, brandId: BrandId): Promise<number> {
  const row = await q.selectFrom("programs").select("window_days").where("brand_id", "=", brandId).executeTakeFirstOrThrow();
  return row.window_days;
}
