import { claimSlot as claimSlotRow } from "~db/queries/schedule-runs";
import type { Deps } from "./deps";

/** Claims the present turn of a clock-driven job. `null` when another worker has it already. */
export async function claimSlot(deps: Deps, input: { readonly name: string; readonly everyMs: number }): Promise<number | null> {
  const now = deps.clock.now();
  const slot = Math.floor(now / input.everyMs);
  return (await claimSlotRow(deps.db.query, { name: input.name, slot, now })) ? slot : null;
}
