import type { Handle } from "~/domain/accounts/handle";
import type { PersonId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { findCreator } from "~db/queries/affiliates";
import { deleteFollow, insertFollow } from "~db/queries/follows";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

/** Makes a person follow a creator, or no longer. Saying the same twice changes nothing. */
export function followAffiliate(
  deps: Deps,
  input: { readonly personId: PersonId; readonly handle: Handle; readonly follow: boolean },
): Promise<Outcome<null, { readonly kind: "no_such_creator" }>> {
  return transact(deps.db, async (tx) => {
    const creator = await findCreator(tx, input.handle);
    if (creator === undefined) return refused({ kind: "no_such_creator" });
    const follow = { personId: input.personId, affiliateId: creator.affiliateId };
    if (input.follow) await insertFollow(tx, follow, deps.clock.now());
    else await deleteFollow(tx, follow);
    return done(null);
  });
}
