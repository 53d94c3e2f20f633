import { type Handle, parseHandle } from "../accounts/handle";
import { TOUCH_PARAMETERS } from "./touch-address";

/** A page of the app that a link may lead to, by the names in its address; whether it exists is looked up. */
export type AppPage = { readonly path: string } & (
  | { readonly kind: "home" }
  | { readonly kind: "brand"; readonly brand: string }
  | { readonly kind: "product"; readonly brand: string; readonly product: string }
  | { readonly kind: "post"; readonly post: string }
  | { readonly kind: "storefront"; readonly handle: Handle }
);

/** Longer addresses break in mails and messages. */
const LONGEST = 500;

/** Stands in for this site: only whether an address leaves it matters. */
const HERE = "http://here.invalid";

/**
 * Reads an address of this site (path, and perhaps query and fragment) that a link may lead to; `undefined` for
 * other sites, addresses that could be taken for one, and pages that sell nothing. The path returned is ASCII and
 * normalised, without the parameters that record touches.
 */
export function parseAppPage(text: string): AppPage | undefined {
  const wanted = text.trim();
  if (wanted.length > LONGEST || !/^\/(?![/\\])[^\\\p{Cc}\p{Surrogate}\s]*$/u.test(wanted) || !URL.canParse(wanted, HERE)) return undefined;
  const url = new URL(wanted, HERE);
  // Dot segments can uncover a second slash: `/.//elsewhere.example` resolves to `//elsewhere.example`.
  if (url.origin !== HERE || url.pathname.startsWith("//")) return undefined;
  const page = pageOf(url.pathname);
  return page === undefined ? undefined : { ...page, path: `${url.pathname}${cleanQuery(url.search)}${url.hash}` };
}

function pageOf(pathname: string) {
  if (pathname === "/") return { kind: "home" } as const;
  const parts = pathname.slice(1).split("/").map(decodedOrEmpty);
  if (parts.some((part) => part === "" || part.includes("/"))) return undefined;
  const [first = "", second, third] = parts;
  if (first === "brands" && second !== undefined && parts.length === 2) return { kind: "brand", brand: second } as const;
  if (first === "brands" && second !== undefined && third !== undefined && parts.length === 3) {
    return { kind: "product", brand: second, product: third } as const;
  }
  if (first === "posts" && second !== undefined && parts.length === 2) return { kind: "post", post: second } as const;
  const handle = first.startsWith("@") && parts.length === 1 ? parseHandle(first) : undefined;
  return handle === undefined ? undefined : ({ kind: "storefront", handle } as const);
}

/** Empty, which no page's name is, when the percent encoding is broken. */
function decodedOrEmpty(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return "";
    throw error;
  }
}

/** Left as written but for the parameters of ours, which people copy along with an address. */
function cleanQuery(search: string): string {
  const kept = search
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !TOUCH_PARAMETERS.some((name) => part === name || part.startsWith(`${name}=`)));
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}
