import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { cookiesOf } from "~/http/caller";
import { visitorCookies } from "~/http/consent-cookies";
import { contextOf } from "~/http/context";
import { redirectWithCookies } from "~/http/redirect-with-cookies";
import { leaveVisitor } from "~/services/leave-visitor";
import { signOut } from "~/services/sign-out";

/** Ends the session, and the browser is another visitor from now on; reading the address changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const { deps, visitorId, env } = contextOf(args);
  const cookies = await signOut(deps, cookiesOf(args));
  const fresh = visitorId === null ? null : await leaveVisitor(deps, visitorId);
  const visitor = fresh === null ? [] : visitorCookies(fresh, env.publicOrigin);
  return redirectWithCookies("/sign-in?done=left", [...cookies, ...visitor]);
}

export function loader() {
  return redirect("/");
}
