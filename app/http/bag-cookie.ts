/** Finds the bag of somebody who has not signed in; functional, random, names nobody. */
const BAG_COOKIE = "bag";

/** As long as people leave things in a bag before they come back for them. */
const COOKIE_SECONDS = 7_776_000;

/** The secret of this browser's bag, or `null`. */
export function bagTokenOf(request: Request): string | null {
  const parts = (request.headers.get("Cookie") ?? "").split(";").map((part) => part.trim());
  const found = parts.find((part) => part.startsWith(`${BAG_COOKIE}=`))?.slice(BAG_COOKIE.length + 1);
  return found !== undefined && /^[\w-]{16,100}$/.test(found) ? found : null;
}

/** The header that lets this browser keep its bag. */
export function bagCookie(token: string, publicOrigin: string): string {
  const secure = publicOrigin.startsWith("https:") ? "; Secure" : "";
  return `${BAG_COOKIE}=${token}; Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}
