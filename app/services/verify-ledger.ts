import { type CheckedChain, checkChains } from "~db/ledger-chain";
import { readSnapshot } from "~db/transaction";
import type { Deps } from "./deps";

/** Checks the hash chain of every currency's books against one snapshot; green when no chain has a fault. */
export function verifyLedger(deps: Deps): Promise<readonly CheckedChain[]> {
  return readSnapshot(deps.db, checkChains);
}
