import { z } from "zod";
import type { Instant } from "~/domain/kernel/branded";
import type { Queryable } from "../open";

/** What one invariant found: how many rows offend, and up to ten of them in words. */
export type AuditFinding = {
  readonly id: string;
  readonly title: string;
  readonly severity: "critical" | "serious" | "notice";
  readonly count: number;
  readonly examples: readonly string[];
};

export type AuditReport = { readonly startedAt: Instant; readonly finishedAt: Instant; readonly findings: readonly AuditFinding[] };

const findings = z
  .array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      severity: z.enum(["critical", "serious", "notice"]),
      count: z.int(),
      examples: z.array(z.string()).readonly(),
    }),
  )
  .readonly();

/** Keeps the report of an audit. */
export async function insertAuditRun(q: Queryable, input: { readonly id: string; readonly report: AuditReport }): Promise<void> {
  await q
    .insertInto("audit_runs")
    .values({
      id: input.id,
      started_at: input.report.startedAt,
      finished_at: input.report.finishedAt,
      findings: JSON.stringify(input.report.findings),
    })
    .execute();
}

/** The newest audit's report; `undefined` before the first. */
export async function findLastAuditRun(q: Queryable): Promise<AuditReport | undefined> {
  const row = await q.selectFrom("audit_runs").selectAll().orderBy("finished_at", "desc").orderBy("id", "desc").limit(1).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    startedAt: row.started_at as Instant,
    finishedAt: row.finished_at as Instant,
    findings: findings.parse(JSON.parse(row.findings)),
  };
}
