import type { AffiliateId, BrandId, Instant, PartnershipId, ProgramId } from "~/domain/kernel/branded";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** The brand's affiliate program, if it has one. */
export async function findProgram(q: Queryable, brandId: BrandId): Promise<ProgramId | undefined> {
  const row = await q.selectFrom("programs").select("id").where("brand_id", "=", brandId).executeTakeFirst();
  return row?.id as ProgramId | undefined;
}

type NewPartnership = {
  readonly partnershipId: PartnershipId;
  readonly programId: ProgramId;
  readonly brandId: BrandId;
  readonly affiliateId: AffiliateId;
  readonly status: "applied" | "approved";
  readonly now: Instant;
};

/** Adds a partnership; false, and nothing changed, when affiliate and program have one already. */
export async function insertPartnership(tx: Tx, partnership: NewPartnership): Promise<boolean> {
  const row = await tx
    .insertInto("partnerships")
    .values({
      id: partnership.partnershipId,
      program_id: partnership.programId,
      brand_id: partnership.brandId,
      affiliate_id: partnership.affiliateId,
      status: partnership.status,
      applied_at: partnership.now,
      decided_at: partnership.status === "approved" ? partnership.now : null,
    })
    .onConflict((oc) => oc.columns(["program_id", "affiliate_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
