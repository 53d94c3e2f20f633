import type { StaffRole } from "./roles";

/**
 * Why a member's role may not become `to` (`null`: removed): they are no member, or they are the last owner and
 * the brand would be nobody's. `null` when nothing stands against it.
 */
export function staffChangeProblem(change: {
  readonly from: StaffRole | null;
  readonly to: StaffRole | null;
  /** How many owners the brand has now. */
  readonly owners: number;
}): "not_a_member" | "last_owner" | null {
  if (change.from === null) return "not_a_member";
  return change.from === "owner" && change.to !== "owner" && change.owners <= 1 ? "last_owner" : null;
}
