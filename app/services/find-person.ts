import { parseEmail } from "~/domain/accounts/email";
import { findPersonByEmail, type Person } from "~db/queries/people";
import type { Deps } from "./deps";

/** The person with this e-mail address; for operators, the command line and the demo, never for strangers' questions. */
export async function findPerson(deps: Pick<Deps, "db">, by: { readonly email: string }): Promise<Person | null> {
  const email = parseEmail(by.email);
  return email === undefined ? null : findPersonByEmail(deps.db.query, email);
}
