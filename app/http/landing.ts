import type { AppLoadContext } from "@remix-run/node";
import { landingPath } from "~/domain/accounts/landing-path";
import type { Cookies } from "~/ports/accounts";
import { readActor } from "~/services/read-actor";
import { contextOf } from "./context";
import { redirectWithCookies } from "./redirect-with-cookies";
import { safePath } from "./safe-path";

/** After signing in: the page that asked for it, else the person's own first page. */
export async function landSignedIn(
  args: { readonly context: AppLoadContext },
  session: { readonly cookies: Cookies; readonly next: string | undefined; readonly also?: Cookies },
): Promise<Response> {
  const sent = session.cookies.map((cookie) => cookie.split(";")[0] ?? "").join("; ");
  const actor = await readActor(contextOf(args).deps, sent);
  return redirectWithCookies(safePath(session.next, landingPath(actor)), [...session.cookies, ...(session.also ?? [])]);
}
