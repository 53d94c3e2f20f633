import type { Cookies } from "~/ports/accounts";
import type { AccountDeps } from "./web-deps";

/** Ends the session of these cookies, if there is one; returns the cookies that make the browser forget it. */
export function signOut(deps: AccountDeps, cookieHeader: string): Promise<Cookies> {
  return deps.accounts.signOut(cookieHeader);
}
