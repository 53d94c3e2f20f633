import { expect, it } from "vitest";
import { findLastAuditRun, insertAuditRun } from "~db/queries/audit-runs";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("gives back the newest report as it was", async () => {
    const { db, clock, deps } = await open();
    expect(await findLastAuditRun(db.query)).toBeUndefined();
    const finding = { id: "a.b", title: "T", severity: "critical", count: 2, examples: ["x", "y"] } as const;
    const first = { startedAt: clock.now(), finishedAt: clock.now(), findings: [] };
    await insertAuditRun(db.query, { id: deps.ids.next("aud"), report: first });
    clock.advance(1_000);
    const second = { startedAt: clock.now(), finishedAt: clock.now(), findings: [finding] };
    await insertAuditRun(db.query, { id: deps.ids.next("aud"), report: second });
    expect(await findLastAuditRun(db.query)).toEqual(second);
  });
});
