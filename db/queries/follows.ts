import type { AffiliateId, Instant, PersonId } from "~/domain/kernel/branded";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

type Follow = { readonly personId: PersonId; readonly affiliateId: AffiliateId };

/** Makes a person follow an affiliate; one who does already goes on as before. */
export async function insertFollow(tx: Tx, follow: Follow, now: Instant): Promise<void> {
  await tx
    .insertInto("follows")
    .values({ person_id: follow.personId, affiliate_id: follow.affiliateId, created_at: now })
    .onConflict((conflict) => conflict.columns(["person_id", "affiliate_id"]).doNothing())
    .execute();
}

/** Ends a following, if there was one. */
export async function deleteFollow(tx: Tx, follow: Follow): Promise<void> {
  await tx.deleteFrom("follows").where("person_id", "=", follow.personId).where("affiliate_id", "=", follow.affiliateId).execute();
}

/** How many follow the affiliate, and whether this person does. */
export async function readFollowing(
  q: Queryable,
  asked: { readonly affiliateId: AffiliateId; readonly viewer: PersonId | null },
): Promise<{ readonly followers: number; readonly followed: boolean }> {
  const row = await q
    .selectFrom("follows")
    .select(({ fn, eb }) => [
      fn.countAll<number>().as("followers"),
      fn
        .sum<number | null>(
          eb
            .case()
            .when("person_id", "=", asked.viewer ?? "")
            .then(1)
            .else(0)
            .end(),
        )
        .as("own"),
    ])
    .where("affiliate_id", "=", asked.affiliateId)
    .executeTakeFirstOrThrow();
  return { followers: row.followers, followed: (row.own ?? 0) > 0 };
}
