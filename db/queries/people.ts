import type { Email } from "~/domain/accounts/email";
import type { PersonName } from "~/domain/accounts/person-name";
import type { Instant, PersonId } from "~/domain/kernel/branded";
import { toIso } from "~/domain/kernel/instant";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** A person as other people's pages may name them. */
export type Person = { readonly personId: PersonId; readonly name: string; readonly email: string; readonly verified: boolean };

/** Writes a person with their password's hash. Errors: the database refuses an address that is taken (`isDuplicate`). */
export async function insertPerson(
  tx: Tx,
  person: {
    readonly personId: PersonId;
    readonly credentialId: string;
    readonly email: Email;
    readonly name: PersonName;
    readonly passwordHash: string;
    readonly verified: boolean;
    readonly now: Instant;
  },
): Promise<void> {
  const stamps = { created_at: toIso(person.now), updated_at: toIso(person.now) };
  await tx
    .insertInto("people")
    .values({
      id: person.personId,
      name: person.name,
      email: person.email,
      email_verified: person.verified ? 1 : 0,
      image: null,
      locale: null,
      ...stamps,
    })
    .execute();
  await tx
    .insertInto("credentials")
    .values({
      id: person.credentialId,
      person_id: person.personId,
      account_id: person.personId,
      // The credentials library finds passwords under this provider's name.
      provider_id: "credential",
      access_token: null,
      refresh_token: null,
      id_token: null,
      access_token_expires_at: null,
      refresh_token_expires_at: null,
      scope: null,
      password: person.passwordHash,
      ...stamps,
    })
    .execute();
}

/** Whoever has this address; `null` when nobody does. */
export async function findPersonByEmail(q: Queryable, email: Email): Promise<Person | null> {
  const row = await q.selectFrom("people").select(["id", "name", "email", "email_verified"]).where("email", "=", email).executeTakeFirst();
  if (row === undefined) return null;
  return { personId: row.id as PersonId, name: row.name, email: row.email, verified: row.email_verified === 1 };
}

/** True when whoever has this address is an operator or of a brand's team: their account opens more than their own things. */
export async function hasDuties(q: Queryable, email: Email): Promise<boolean> {
  const row = await q
    .selectFrom("people")
    .leftJoin("operators", "operators.person_id", "people.id")
    .leftJoin("brand_staff", "brand_staff.person_id", "people.id")
    .select("people.id")
    .where("people.email", "=", email)
    .where((where) => where.or([where("operators.person_id", "is not", null), where("brand_staff.person_id", "is not", null)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** Changes how a person is called. */
export async function updatePersonName(
  tx: Tx,
  person: { readonly personId: PersonId; readonly name: PersonName; readonly now: Instant },
): Promise<void> {
  await tx
    .updateTable("people")
    .set({ name: person.name, updated_at: toIso(person.now) })
    .where("id", "=", person.personId)
    .execute();
}
