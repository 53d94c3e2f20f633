import type { Desk } from "~/domain/accounts/desk";
import type { Actor, BrandAction } from "~/domain/accounts/roles";
import { findDesk } from "~/services/find-desk";
import { type RouteArgs, requireActor } from "./actor";
import { contextOf } from "./context";
import { notFound } from "./refusals";

/**
 * Whoever is signed in and the brand named in the address, when they may do this there. Errors: throws a 404
 * for a missing brand and for a forbidden one alike; leads anonymous callers to the sign-in page.
 */
export async function requireBrand(
  args: RouteArgs & { readonly params: { readonly brand?: string | undefined } },
  action: BrandAction,
): Promise<{ readonly actor: Actor; readonly brand: Desk }> {
  const actor = await requireActor(args);
  const brand = await findDesk(contextOf(args).deps, { personId: actor.personId, slug: args.params.brand ?? "", action });
  if (brand === null) throw notFound();
  return { actor, brand };
}
