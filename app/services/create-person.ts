import { parseEmail } from "~/domain/accounts/email";
import { passwordProblem } from "~/domain/accounts/password";
import { parsePersonName } from "~/domain/accounts/person-name";
import type { PersonId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { insertPerson } from "~db/queries/people";
import { isDuplicate, transact } from "~db/transaction";
import type { PeopleDeps } from "./web-deps";

export type CreatePersonRefusal = {
  readonly kind: "email_invalid" | "name_invalid" | "password_too_short" | "password_too_long" | "email_taken";
};

/** Writes a person who can sign in at once when `verified`: for the command line and the demo, never for strangers. */
export async function createPerson(
  deps: PeopleDeps,
  input: { readonly email: string; readonly name: string; readonly password: string; readonly verified: boolean },
): Promise<Outcome<{ readonly personId: PersonId }, CreatePersonRefusal>> {
  const email = parseEmail(input.email);
  if (email === undefined) return refused({ kind: "email_invalid" });
  const name = parsePersonName(input.name);
  if (name === undefined) return refused({ kind: "name_invalid" });
  const problem = passwordProblem(input.password);
  if (problem !== null) return refused({ kind: problem });

  const passwordHash = await deps.passwords.hash(input.password);
  const personId = deps.ids.next("per") as PersonId;
  const row = { personId, credentialId: deps.ids.next("crd"), email, name, passwordHash, verified: input.verified, now: deps.clock.now() };
  try {
    await transact(deps.db, (tx) => insertPerson(tx, row));
  } catch (error) {
    if (isDuplicate(error)) return refused({ kind: "email_taken" });
    throw error;
  }
  return done({ personId });
}
