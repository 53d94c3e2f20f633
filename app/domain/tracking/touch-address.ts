import { type Handle, parseHandle } from "../accounts/handle";
import type { TagId } from "../kernel/branded";
import type { ContactAim } from "./contact";

/** Carries the signed ids of a visit's touches from page to page, for a visitor who has not agreed to a cookie. */
export const CARRIED_PARAMETER = "vt";

/** The product tag that was tapped, and where on the app a storefront was opened from. */
const TAG_PARAMETER = "tag";
const FROM_PARAMETER = "from";

/** What the address of any page may carry for touches. */
export const PAGE_PARAMETERS = [CARRIED_PARAMETER, TAG_PARAMETER] as const;

/** What addresses carry for touches; `from` does so on storefronts only. */
export const TOUCH_PARAMETERS = [...PAGE_PARAMETERS, FROM_PARAMETER] as const;

const TAG_ID = /^tag_[0-9a-z]{1,40}$/;

/** The tap that going to this address of the app is; `null` for addresses that are no tap. The address may be a page's or its data's. */
export function tapOf(address: string): Extract<ContactAim, { readonly kind: "tag" | "storefront" }> | null {
  const at = address.indexOf("?");
  if (at < 0) return null;
  const query = new URLSearchParams(address.slice(at + 1));
  const tag = query.get(TAG_PARAMETER);
  if (tag !== null) return TAG_ID.test(tag) ? { kind: "tag", tagId: tag as TagId } : null;
  const handle = query.has(FROM_PARAMETER) ? storefrontOf(address.slice(0, at)) : null;
  return handle === null ? null : { kind: "storefront", handle };
}

function storefrontOf(path: string): Handle | null {
  const name = /^\/(?:@|%40)([A-Za-z0-9._-]+?)(?:\.data)?$/.exec(path)?.[1];
  return name === undefined ? null : (parseHandle(name) ?? null);
}

/** The signed touch ids an address carries; `null` for none. */
export function carriedIn(address: string): string | null {
  const at = address.indexOf("?");
  return at < 0 ? null : new URLSearchParams(address.slice(at + 1)).get(CARRIED_PARAMETER);
}

/** The address again, with these signed touch ids in place of what made the touch: read again, it records nothing. */
export function settledAddress(path: string, search: string, carried: string): string {
  const query = new URLSearchParams(search);
  for (const name of TOUCH_PARAMETERS) query.delete(name);
  query.set(CARRIED_PARAMETER, carried);
  return `${path}?${query}`;
}

/** An address of the app that keeps the visit's touches: `carried` is added unless it leads nowhere or to another site. */
export function keepCarried(address: string, carried: string | null): string {
  if (carried === null || !/^(?:\/(?!\/)|\?)/.test(address) || carriedIn(address) !== null) return address;
  const at = address.indexOf("#");
  const [page, fragment] = at < 0 ? [address, ""] : [address.slice(0, at), address.slice(at)];
  return `${page}${page.includes("?") ? "&" : "?"}${CARRIED_PARAMETER}=${encodeURIComponent(carried)}${fragment}`;
}
