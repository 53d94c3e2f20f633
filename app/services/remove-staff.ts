import { mayOnBrand } from "~/domain/accounts/roles";
import { staffChangeProblem } from "~/domain/accounts/team";
import type { BrandId, PersonId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { recordEvents } from "~db/queries/events";
import { countOwners, deleteStaff, findStaffRole } from "~db/queries/staff";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

export type RemoveStaffRefusal = { readonly kind: "forbidden" | "not_a_member" | "last_owner" };

/** Takes a member out of a brand's team. The brand keeps at least one owner. */
export async function removeStaff(
  deps: Deps,
  input: { readonly brandId: BrandId; readonly personId: PersonId; readonly by: PersonId },
): Promise<Outcome<null, RemoveStaffRefusal>> {
  const { brandId, personId } = input;
  const now = deps.clock.now();
  return transact(deps.db, async (tx) => {
    const own = await findStaffRole(tx, { brandId, personId: input.by });
    if (own === null || !mayOnBrand(own, "change_team")) return refused({ kind: "forbidden" });
    const role = await findStaffRole(tx, { brandId, personId });
    const problem = staffChangeProblem({ from: role, to: null, owners: await countOwners(tx, brandId) });
    if (role === null || problem !== null) return refused({ kind: problem ?? "not_a_member" });
    await deleteStaff(tx, { brandId, personId, role });
    await recordEvents(tx, deps, [{ type: "staff.removed", brandId, subjectId: personId, occurredAt: now, payload: { personId, role } }]);
    return done(null);
  });
}
