import type { Handle } from "~/domain/accounts/handle";
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

/** The affiliate with this handle, as everybody may see them. */
export async function findCreator(
  q: Queryable,
  handle: Handle,
): Promise<{ readonly affiliateId: AffiliateId; readonly handle: string; readonly name: string } | undefined> {
  const row = await q.selectFrom("affiliates").select(["id", "handle", "name"]).where("handle", "=", handle).executeTakeFirst();
  return row === undefined ? undefined : { affiliateId: row.id as AffiliateId, handle: row.handle, name: row.name };
}

/** The affiliate with this handle; `null` when none. */
export async function findAffiliateByHandle(q: Queryable, handle: Handle): Promise<AffiliateId | null> {
  const row = await q.selectFrom("affiliates").select("id").where("handle", "=", handle).executeTakeFirst();
  return row === undefined ? null : (row.id as AffiliateId);
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

/** The affiliates a buyer is: by account, or, for a guest, by e-mail address. */
export async function listSelves(
  q: Queryable,
  buyer: { readonly personId: PersonId | null; readonly email: string },
): Promise<ReadonlySet<AffiliateId>> {
  const rows = await q
    .selectFrom("affiliates as a")
    .innerJoin("people as p", "p.id", "a.person_id")
    .select("a.id")
    .where((eb) => eb.or([eb("p.id", "=", buyer.personId ?? ""), eb("p.email", "=", buyer.email)]))
    .execute();
  return new Set(rows.map((row) => row.id as AffiliateId));
}
