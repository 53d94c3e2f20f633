/** Route discovery answers name files only, and carry the build's version in their address. */
const DISCOVERY_PATH = "/__manifest";

/**
 * Decides what may be kept of a page's answer: nothing when the request carries a session or the answer sets a
 * cookie; otherwise what the route said, and nothing when it said nothing.
 */
export function setCachePolicy(headers: Headers, request: { readonly path: string; readonly hasSession: boolean }): void {
  if (request.path === DISCOVERY_PATH) return;
  const isPrivate = request.hasSession || headers.has("Set-Cookie");
  if (isPrivate || !headers.has("Cache-Control")) headers.set("Cache-Control", isPrivate ? "private, no-store" : "no-store");
  headers.append("Vary", "Accept-Language, Cookie");
}
