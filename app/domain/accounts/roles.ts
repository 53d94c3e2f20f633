import type { AffiliateId, BrandId, PersonId } from "../kernel/branded";

/** What a member of a brand's team may be; each may do all that the ones after it may. */
export const STAFF_ROLES = ["owner", "manager", "fulfilment", "analyst"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** What can be done on a brand's pages. */
export type BrandAction = "read_reports" | "read_catalog" | "import_catalog" | "read_team" | "change_team";

const ALLOWED: Readonly<Record<BrandAction, ReadonlySet<StaffRole>>> = {
  read_reports: new Set(STAFF_ROLES),
  read_catalog: new Set(STAFF_ROLES),
  import_catalog: new Set(["owner", "manager"]),
  read_team: new Set(["owner", "manager"]),
  change_team: new Set(["owner"]),
};

/** True when a member with this role may do this on the brand's pages. */
export function mayOnBrand(role: StaffRole, action: BrandAction): boolean {
  return ALLOWED[action].has(role);
}

/** The signed-in person with every hat they wear. */
export type Actor = {
  readonly personId: PersonId;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly isOperator: boolean;
  readonly affiliateId: AffiliateId | null;
  readonly brands: readonly { readonly brandId: BrandId; readonly slug: string; readonly name: string; readonly role: StaffRole }[];
};
