import type { AffiliateId, BrandId, PartnershipId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { findProgram, insertPartnership } from "~db/queries/partnerships";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

type Input = { readonly brandId: BrandId; readonly affiliateId: AffiliateId };

/** Takes an affiliate into a brand's program, approved from the start. One who is in it already stays as they are. */
export function startPartnership(
  deps: Deps,
  input: Input,
): Promise<Outcome<{ readonly started: boolean }, { readonly kind: "no_program" }>> {
  return transact(deps.db, async (tx) => {
    const programId = await findProgram(tx, input.brandId);
    if (programId === undefined) return refused({ kind: "no_program" });
    const partnershipId = deps.ids.next("pts") as PartnershipId;
    const started = await insertPartnership(tx, { partnershipId, programId, ...input, status: "approved", now: deps.clock.now() });
    return done({ started });
  });
}
