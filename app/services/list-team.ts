import type { BrandId } from "~/domain/kernel/branded";
import { listStaff, type StaffMember } from "~db/queries/staff";
import type { Deps } from "./deps";

/** A brand's team: owners first, then by name. */
export function listTeam(deps: Deps, brandId: BrandId): Promise<readonly StaffMember[]> {
  return listStaff(deps.db.query, brandId);
}
