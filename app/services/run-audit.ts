import { INVARIANTS } from "~db/invariants";
import { type AuditFinding, type AuditReport, insertAuditRun } from "~db/queries/audit-runs";
import { readSnapshot } from "~db/transaction";
import type { Deps } from "./deps";

const EXAMPLES = 10;

/**
 * Checks every invariant against one snapshot of the database and keeps the report. Needs a database handle of
 * its own where others share the process: the snapshot occupies it. `green` is a report whose counts are all 0.
 */
export async function runAudit(deps: Deps): Promise<AuditReport> {
  const startedAt = deps.clock.now();
  const findings = await readSnapshot(deps.db, async (q) => {
    const found: AuditFinding[] = [];
    for (const { id, title, severity, check } of INVARIANTS) {
      const rows = await check(q, startedAt);
      found.push({ id, title, severity, count: rows.length, examples: rows.slice(0, EXAMPLES) });
    }
    return found;
  });
  const report = { startedAt, finishedAt: deps.clock.now(), findings };
  await insertAuditRun(deps.db.query, { id: deps.ids.next("aud"), report });
  return report;
}
