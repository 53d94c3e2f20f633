import type { Queryable } from "~db/open";
import { checkEntries, checkHashes } from "./checker/books";
import { checkDecisions, type Ledgers } from "./checker/decisions";

export type CheckReport = {
  /** Facts recomputed: decisions, explanations, commissions, parts, reversals, what the log tells, ledger entries. */
  readonly facts: number;
  /** What differs, in words; empty when all is as it must be. */
  readonly faults: readonly string[];
};

/**
 * Computes every decision, commission, reversal and ledger entry again from the stored rows. Written for itself:
 * it knows the product's rules, none of its code, so that a mistake would have to be made twice.
 */
export async function checkIndependently(q: Queryable): Promise<CheckReport> {
  const [decisions, entries, hashes] = [await checkDecisions(q), await checkEntries(q), await checkHashes(q)];
  return {
    facts: decisions.wanted.size + entries.wanted.size,
    faults: [...differences(decisions), ...differences(entries), ...hashes],
  };
}

function differences({ wanted, kept }: Ledgers): readonly string[] {
  const names = new Set([...wanted.keys(), ...kept.keys()]);
  return [...names].flatMap((name) => {
    const [must, is] = [wanted.get(name), kept.get(name)];
    return must === is ? [] : [`${name}: ${is ?? "missing"}, must be ${must ?? "absent"}`];
  });
}
