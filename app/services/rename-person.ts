import { parsePersonName } from "~/domain/accounts/person-name";
import type { PersonId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { updatePersonName } from "~db/queries/people";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

/** Changes how a person is called. */
export async function renamePerson(
  deps: Deps,
  input: { readonly personId: PersonId; readonly name: string },
): Promise<Outcome<null, { readonly kind: "name_invalid" }>> {
  const name = parsePersonName(input.name);
  if (name === undefined) return refused({ kind: "name_invalid" });
  await transact(deps.db, (tx) => updatePersonName(tx, { personId: input.personId, name, now: deps.clock.now() }));
  return done(null);
}
