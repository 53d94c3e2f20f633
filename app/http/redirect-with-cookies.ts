import { redirect } from "@remix-run/node";
import type { Cookies } from "~/ports/accounts";

/** Leads on to a page of ours and hands over cookies. */
export function redirectWithCookies(path: string, cookies: Cookies): Response {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return redirect(path, { headers });
}
