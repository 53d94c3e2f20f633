import { parseHandle } from "~/domain/accounts/handle";
import type { AffiliateId } from "~/domain/kernel/branded";
import { findAffiliateByHandle } from "~db/queries/affiliates";
import type { Deps } from "./deps";

/** The affiliate a handle names, with or without `@`; `null` when none does. */
export async function findAffiliate(deps: Deps, handle: string): Promise<AffiliateId | null> {
  const parsed = parseHandle(handle);
  return parsed === undefined ? null : findAffiliateByHandle(deps.db.query, parsed);
}
