import type { Instant, PersonId } from "~/domain/kernel/branded";
import type { Tx } from "../transaction";

/** Makes a person an operator; returns false when they are one already. */
export async function insertOperator(tx: Tx, operator: { readonly personId: PersonId; readonly now: Instant }): Promise<boolean> {
  const result = await tx
    .insertInto("operators")
    .values({ person_id: operator.personId, created_at: operator.now })
    .onConflict((conflict) => conflict.column("person_id").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
