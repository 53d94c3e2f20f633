import type { AppLoadContext } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import type { Actor } from "~/domain/accounts/roles";
import { readActor } from "~/services/read-actor";
import { contextOf } from "./context";
import { notFound } from "./refusals";

/** What loaders and actions are called with, as far as this folder needs it. */
export type RouteArgs = { readonly request: Request; readonly context: AppLoadContext };

/** Loaders of one page ask several times; the context lives exactly as long as their request. */
const asked = new WeakMap<AppLoadContext, Promise<Actor | null>>();

/** Whoever is signed in, or `null`. One query per page, however many loaders ask; actions ask afresh. */
export function readActorOf(args: RouteArgs): Promise<Actor | null> {
  const isReading = args.request.method === "GET";
  const known = isReading ? asked.get(args.context) : undefined;
  if (known !== undefined) return known;
  const actor = readActor(contextOf(args).deps, args.request.headers.get("Cookie") ?? "");
  if (isReading) asked.set(args.context, actor);
  return actor;
}

/** Whoever is signed in; anonymous callers are led to the sign-in page and back. */
export async function requireActor(args: RouteArgs): Promise<Actor> {
  const actor = await readActorOf(args);
  if (actor === null) throw redirect(`/sign-in?next=${encodeURIComponent(pathToReturnTo(args.request))}`);
  return actor;
}

/** An operator; for anyone else who is signed in the page does not exist. */
export async function requireOperator(args: RouteArgs): Promise<Actor> {
  const actor = await requireActor(args);
  if (!actor.isOperator) throw notFound();
  return actor;
}

/** After signing in a reader comes back to the page; a form cannot be sent again for them, so its page must do. */
function pathToReturnTo(request: Request): string {
  const url = new URL(request.url);
  const path = url.pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  url.searchParams.delete("_routes");
  return `${path}${url.search}`;
}
