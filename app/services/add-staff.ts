import { parseEmail } from "~/domain/accounts/email";
import { mayOnBrand, type StaffRole } from "~/domain/accounts/roles";
import type { BrandId, PersonId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { recordEvents } from "~db/queries/events";
import { findPersonByEmail } from "~db/queries/people";
import { countAttempt } from "~db/queries/rate-limits";
import { findStaffRole, insertStaff } from "~db/queries/staff";
import { isDuplicate, transact } from "~db/transaction";
import type { Deps } from "./deps";

export type AddStaffRefusal =
  | { readonly kind: "email_invalid" | "no_such_account" | "already_member" | "forbidden" }
  | { readonly kind: "too_many"; readonly retryAfterSeconds: number };

/** Who asks: a person through a page, or the operator of this machine through the command line. */
export type StaffChanger = { readonly personId: PersonId; readonly address: string } | "installation";

/**
 * Takes the holder of a confirmed account into a brand's team. Whether an address has an account is told to the
 * brand's owners only, and counted: it is the one place where addresses could be tried out.
 */
export async function addStaff(
  deps: Deps,
  input: { readonly brandId: BrandId; readonly email: string; readonly role: StaffRole; readonly by: StaffChanger },
): Promise<Outcome<{ readonly personId: PersonId }, AddStaffRefusal>> {
  const email = parseEmail(input.email);
  if (email === undefined) return refused({ kind: "email_invalid" });
  const now = deps.clock.now();
  if (input.by !== "installation") {
    const own = await findStaffRole(deps.db.query, { brandId: input.brandId, personId: input.by.personId });
    if (own === null || !mayOnBrand(own, "change_team")) return refused({ kind: "forbidden" });
    const wait = await countAttempt(deps.db.query, { attempt: "add_staff", account: input.by.personId, address: input.by.address, now });
    if (wait !== null) return refused({ kind: "too_many", retryAfterSeconds: wait });
  }
  const person = await findPersonByEmail(deps.db.query, email);
  if (person === null || !person.verified) return refused({ kind: "no_such_account" });
  const { personId } = person;
  const event = {
    type: "staff.added",
    brandId: input.brandId,
    subjectId: personId,
    occurredAt: now,
    payload: { personId, role: input.role },
  } as const;
  try {
    await transact(deps.db, async (tx) => {
      await insertStaff(tx, { brandId: input.brandId, personId, role: input.role, now });
      await recordEvents(tx, deps, [event]);
    });
  } catch (error) {
    if (isDuplicate(error)) return refused({ kind: "already_member" });
    throw error;
  }
  return done({ personId });
}
