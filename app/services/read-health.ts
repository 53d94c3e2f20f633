import { SECOND_MS } from "~/domain/kernel/instant";
import { type AuditReport, findLastAuditRun } from "~db/queries/audit-runs";
import { type ConsumerState, type DeadLetter, listConsumerStates, listDeadLetters } from "~db/queries/dead-letters";
import { listProcesses, type ProcessRow } from "~db/queries/processes";
import type { Deps } from "./deps";

/** Processes say that they live every two seconds; five missed signs mean that one is gone or hangs. */
const ALIVE_MS = 10 * SECOND_MS;

export type Health = {
  readonly consumers: readonly (ConsumerState & { readonly oldestMs: number | null })[];
  readonly processes: readonly (ProcessRow & { readonly alive: boolean })[];
  readonly lastAudit: AuditReport | null;
  readonly deadLetters: readonly DeadLetter[];
};

/** How the background work stands: what waits and for how long, who is alive, what the last audit found, what was set aside. */
export async function readHealth(deps: Deps): Promise<Health> {
  const { query } = deps.db;
  const now = deps.clock.now();
  const [consumers, processes, lastAudit, deadLetters] = await Promise.all([
    listConsumerStates(query),
    listProcesses(query),
    findLastAuditRun(query),
    listDeadLetters(query),
  ]);
  return {
    consumers: consumers.map((state) => ({ ...state, oldestMs: state.oldest === null ? null : Math.max(0, now - state.oldest) })),
    processes: processes.map((row) => ({ ...row, alive: now - row.seenAt <= ALIVE_MS })),
    lastAudit: lastAudit ?? null,
    deadLetters,
  };
}
