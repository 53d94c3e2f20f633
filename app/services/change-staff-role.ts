import { mayOnBrand, type StaffRole } from "~/domain/accounts/roles";
import { staffChangeProblem } from "~/domain/accounts/team";
import type { BrandId, PersonId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { recordEvents } from "~db/queries/events";
import { countOwners, findStaffRole, updateStaffRole } from "~db/queries/staff";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

export type ChangeStaffRefusal = { readonly kind: "forbidden" | "not_a_member" | "last_owner" };

/** Gives a member of a brand's team another role. The brand keeps at least one owner. */
export async function changeStaffRole(
  deps: Deps,
  input: { readonly brandId: BrandId; readonly personId: PersonId; readonly role: StaffRole; readonly by: PersonId },
): Promise<Outcome<null, ChangeStaffRefusal>> {
  const { brandId, personId, role } = input;
  const now = deps.clock.now();
  return transact(deps.db, async (tx) => {
    const own = await findStaffRole(tx, { brandId, personId: input.by });
    if (own === null || !mayOnBrand(own, "change_team")) return refused({ kind: "forbidden" });
    const from = await findStaffRole(tx, { brandId, personId });
    const problem = staffChangeProblem({ from, to: role, owners: await countOwners(tx, brandId) });
    if (problem !== null) return refused({ kind: problem });
    if (from === null || from === role) return done(null);
    await updateStaffRole(tx, { brandId, personId, from, to: role });
    const payload = { personId, from, to: role };
    await recordEvents(tx, deps, [{ type: "staff.role_changed", brandId, subjectId: personId, occurredAt: now, payload }]);
    return done(null);
  });
}
