import { toIso } from "~/domain/kernel/instant";
import { runAudit } from "~/services/run-audit";
import type { Command } from "./command";
import { table } from "./table";

/** `audit`: every invariant; fails when one is violated. */
export const auditCommand: Command = {
  usage: "",
  summary: "check every invariant of the stored data; fails when one is violated",
  options: {},
  words: { least: 0, most: 0 },
  drain: "before",
  run: async ({ deps }) => {
    const { startedAt, finishedAt, findings } = await runAudit(deps);
    const violated = findings.filter(({ count }) => count > 0);
    const lines = findings.map(({ id, title, severity, count }) => [
      count === 0 ? "ok" : severity,
      id,
      title,
      count === 0 ? "" : String(count),
    ]);
    const examples = violated.flatMap(({ id, examples: rows }) => rows.map((row) => `${id}: ${row}`));
    const verdict =
      violated.length === 0
        ? `Green: ${findings.length} invariants hold.`
        : `${violated.length} of ${findings.length} invariants are violated.`;
    return {
      json: { green: violated.length === 0, started_at: toIso(startedAt), finished_at: toIso(finishedAt), findings },
      text: [table(["", "invariant", "what must hold", "rows"], lines, [3]), ...examples, "", verdict].join("\n"),
      failed: violated.length > 0,
    };
  },
};
