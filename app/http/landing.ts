import type { AppLoadContext } from "@remix-run/node";
import { landingPath } from "~/domain/accounts/landing-path";
import type { PersonId } from "~/domain/kernel/branded";
import type { Cookies } from "~/ports/accounts";
import { joinVisitor } from "~/services/join-visitor";
import { readActor } from "~/services/read-actor";
import { visitorCookies } from "./consent-cookies";
import { contextOf } from "./context";
import { redirectWithCookies } from "./redirect-with-cookies";
import { safePath } from "./safe-path";

/** After signing in: the page that asked for it, else the person's own first page. The browser's visitor joins the person. */
export async function landSignedIn(
  args: { readonly context: AppLoadContext },
  session: { readonly cookies: Cookies; readonly next: string | undefined; readonly also?: Cookies },
): Promise<Response> {
  const sent = session.cookies.map((cookie) => cookie.split(";")[0] ?? "").join("; ");
  const actor = await readActor(contextOf(args).deps, sent);
  const joined = actor === null ? [] : await joinedCookies(args, actor.personId);
  return redirectWithCookies(safePath(session.next, landingPath(actor)), [...session.cookies, ...joined, ...(session.also ?? [])]);
}

async function joinedCookies(args: { readonly context: AppLoadContext }, personId: PersonId): Promise<Cookies> {
  const { deps, visitorId, env } = contextOf(args);
  const joined = visitorId === null ? null : await joinVisitor(deps, { visitorId, personId });
  return joined === null ? [] : visitorCookies(joined, env.publicOrigin);
}
