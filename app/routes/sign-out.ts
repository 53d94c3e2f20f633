import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { cookiesOf } from "~/http/caller";
import { contextOf } from "~/http/context";
import { redirectWithCookies } from "~/http/redirect-with-cookies";
import { signOut } from "~/services/sign-out";

/** Ends the session; reading the address changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const cookies = await signOut(contextOf(args).deps, cookiesOf(args));
  return redirectWithCookies("/sign-in?done=left", cookies);
}

export function loader() {
  return redirect("/");
}
