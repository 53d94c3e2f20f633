import type { Desk } from "~/domain/accounts/desk";
import { type BrandAction, mayOnBrand } from "~/domain/accounts/roles";
import type { PersonId } from "~/domain/kernel/branded";
import { findDesk as findDeskRow } from "~db/queries/staff";
import type { Deps } from "./deps";

/** The brand's desk when this person may do this there; `null` when not, and when there is no such brand. */
export async function findDesk(
  deps: Deps,
  input: { readonly personId: PersonId; readonly slug: string; readonly action: BrandAction },
): Promise<Desk | null> {
  const desk = await findDeskRow(deps.db.query, { personId: input.personId, slug: input.slug });
  return desk !== null && mayOnBrand(desk.role, input.action) ? desk : null;
}
