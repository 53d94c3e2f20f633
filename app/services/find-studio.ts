import { type Studio, usualZone } from "~/domain/accounts/studio";
import type { PersonId } from "~/domain/kernel/branded";
import { findAffiliateOf } from "~db/queries/affiliates";
import { listPartnerBrands } from "~db/queries/credit-reports";
import type { Deps } from "./deps";

/** The desk of this person as an affiliate; `null` when they are none. */
export async function findStudio(deps: Deps, { personId }: { readonly personId: PersonId }): Promise<Studio | null> {
  const affiliate = await findAffiliateOf(deps.db.query, personId);
  if (affiliate === null) return null;
  const brands = await listPartnerBrands(deps.db.query, affiliate.affiliateId);
  return { ...affiliate, brands, zone: usualZone(brands) };
}
