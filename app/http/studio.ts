import type { Actor } from "~/domain/accounts/roles";
import type { Studio } from "~/domain/accounts/studio";
import { findStudio } from "~/services/find-studio";
import { type RouteArgs, requireActor } from "./actor";
import { contextOf } from "./context";
import { notFound } from "./refusals";

/** An affiliate and their desk; for anyone else who is signed in the page does not exist. */
export async function requireStudio(args: RouteArgs): Promise<{ readonly actor: Actor; readonly studio: Studio }> {
  const actor = await requireActor(args);
  const studio = await findStudio(contextOf(args).deps, { personId: actor.personId });
  if (studio === null) throw notFound();
  return { actor, studio };
}
