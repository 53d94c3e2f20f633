import { handleFromName, parseHandle } from "~/domain/accounts/handle";
import type { AffiliateId, PersonId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { findAffiliateOf, insertAffiliate } from "~db/queries/affiliates";
import { type Tx, transact } from "~db/transaction";
import type { Deps } from "./deps";

type Granted = { readonly affiliateId: AffiliateId; readonly handle: string };
type Refusal = { readonly kind: "handle_invalid" } | { readonly kind: "handle_taken" };

/** Namesakes: after `lina` come `lina-2`, `lina-3` …; beyond this someone must choose. */
const NAMESAKES = 50;

/**
 * Makes a person an affiliate under a handle, or under one made of their name. Someone who is one already keeps
 * what they have.
 */
export async function grantAffiliate(
  deps: Deps,
  input: { readonly personId: PersonId; readonly name: string; readonly handle?: string },
): Promise<Outcome<Granted, Refusal>> {
  const wanted = input.handle === undefined ? undefined : parseHandle(input.handle);
  if (input.handle !== undefined && wanted === undefined) return refused({ kind: "handle_invalid" });
  const affiliateId = deps.ids.next("aff") as AffiliateId;
  const row = { affiliateId, personId: input.personId, name: input.name, now: deps.clock.now() };
  return transact(deps.db, async (tx) => {
    const known = await findAffiliateOf(tx, input.personId);
    if (known !== null) return done(known);
    const handle = await firstFree(tx, row, wanted === undefined ? variantsOf(handleFromName(input.name)) : [wanted]);
    return handle === null ? refused({ kind: "handle_taken" }) : done({ affiliateId, handle });
  });
}

async function firstFree(
  tx: Tx,
  row: Omit<Parameters<typeof insertAffiliate>[1], "handle">,
  handles: readonly string[],
): Promise<string | null> {
  for (const handle of handles) if (await insertAffiliate(tx, { ...row, handle })) return handle;
  return null;
}

function variantsOf(handle: string): readonly string[] {
  return [handle, ...Array.from({ length: NAMESAKES - 1 }, (_, index) => `${handle.slice(0, 27)}-${index + 2}`)];
}
