import { forgetProcess, markSeen, type ProcessRow } from "~db/queries/processes";
import type { Deps } from "./deps";

/** Says that a process of ours lives, or (with `ended`) that it ended in order. */
export async function markProcessSeen(
  deps: Deps,
  input: { readonly id: string; readonly kind: ProcessRow["kind"]; readonly ended?: true },
): Promise<void> {
  if (input.ended) await forgetProcess(deps.db.query, input.id);
  else await markSeen(deps.db.query, { id: input.id, kind: input.kind, now: deps.clock.now() });
}
