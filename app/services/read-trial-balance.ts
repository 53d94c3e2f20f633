import { type Balance, listBalances } from "~db/queries/ledger";
import type { Deps } from "./deps";

/** What each account holds per currency, debits +, credits −; a currency's accounts sum to 0. */
export function readTrialBalance(deps: Deps): Promise<readonly Balance[]> {
  return listBalances(deps.db.query);
}
