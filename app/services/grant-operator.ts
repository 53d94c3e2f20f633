import type { PersonId } from "~/domain/kernel/branded";
import { insertOperator } from "~db/queries/operators";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

/** Makes a person an operator of the platform; says whether they were none before. */
export async function grantOperator(deps: Deps, input: { readonly personId: PersonId }): Promise<{ readonly granted: boolean }> {
  const granted = await transact(deps.db, (tx) => insertOperator(tx, { personId: input.personId, now: deps.clock.now() }));
  return { granted };
}
