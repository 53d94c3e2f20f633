import type { AffiliateId, Instant, PersonId } from "~/domain/kernel/branded";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** The affiliate this person is; `null` when none. */
export async function findAffiliateOf(
  q: Queryable,
  personId: PersonId,
): Promise<{ readonly affiliateId: AffiliateId; readonly handle: string } | null> {
  const row = await q.selectFrom("affiliates").select(["id", "handle"]).where("person_id", "=", personId).executeTakeFirst();
  return row === undefined ? null : { affiliateId: row.id as AffiliateId, handle: row.handle };
}

/** Writes an affiliate; returns false when the handle is taken. */
export async function insertAffiliate(
  tx: Tx,
  affiliate: {
    readonly affiliateId: AffiliateId;
    readonly personId: PersonId;
    readonly handle: string;
    readonly name: string;
    readonly now: Instant;
  },
): Promise<boolean> {
  const result = await tx
    .insertInto("affiliates")
    .values({
      id: affiliate.affiliateId,
      person_id: affiliate.personId,
      handle: affiliate.handle,
      name: affiliate.name,
      created_at: affiliate.now,
    })
    .onConflict((conflict) => conflict.column("handle").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
