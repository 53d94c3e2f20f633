import type { AffiliateId, BrandId, Instant, LinkId, PostId, ProductId } from "../kernel/branded";

/** Up to five words of an affiliate's own, by which their reports tell links apart; `null` where unused. */
export type SubIds = readonly [string | null, string | null, string | null, string | null, string | null];

/** Words that analytics programs read from an address, without the `utm_` before their names. */
export const UTM_FIELDS = ["source", "medium", "campaign", "term", "content"] as const;
export type Utm = Readonly<Partial<Record<(typeof UTM_FIELDS)[number], string>>>;

/** A link of an affiliate: `/l/:slug` leads to a page of the app, and never changes where. */
export type Link = {
  readonly linkId: LinkId;
  readonly slug: string;
  readonly affiliateId: AffiliateId;
  readonly destination: LinkDestination;
  readonly subIds: SubIds;
  /** The UTM words as an address carries them: percent-encoded, joined by `&`; empty for none. */
  readonly utm: string;
  readonly createdAt: Instant;
};

/** Where a link leads, and what its touches therefore point at. */
export type LinkDestination = { readonly path: string } & (
  | { readonly kind: "product"; readonly brandId: BrandId; readonly productId: ProductId }
  | { readonly kind: "post"; readonly postId: PostId }
  | { readonly kind: "brand"; readonly brandId: BrandId }
  | { readonly kind: "page" }
);

const SHORTEST_SLUG = 3;
const LONGEST_SLUG = 40;

/** Ten letters and digits: 50 random bits, so that nobody finds links by trying. */
const RANDOM_SLUG = 10;

const LONGEST_WORD = 100;

/** A slug as an affiliate may choose it: 3 to 40 small letters, digits and single hyphens. Capitals are taken as small. */
export function parseLinkSlug(text: string): string | undefined {
  const slug = text.trim().toLowerCase();
  const fits = slug.length >= SHORTEST_SLUG && slug.length <= LONGEST_SLUG && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug);
  return fits ? slug : undefined;
}

/** A slug nobody can guess, made of a secret's last letters and digits. */
export function randomLinkSlug(secret: string): string {
  return secret
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(-RANDOM_SLUG);
}

/** A sub-id or UTM word as typed: up to 100 characters of one line; `null` when empty, `undefined` when it breaks the rule. */
export function parseLinkWord(text: string): string | null | undefined {
  const word = text.trim();
  if (word === "") return null;
  // A lone half of a character pair has no UTF-8 and so no place in an address.
  return word.length > LONGEST_WORD || /[\p{Cc}\p{Surrogate}]/u.test(word) ? undefined : word;
}

/** UTM words as an address carries them; values may hold anything. Source: RFC 3986, §2.1. */
export function utmQuery(utm: Utm): string {
  return UTM_FIELDS.flatMap((field) => (utm[field] === undefined ? [] : [`utm_${field}=${encodeURIComponent(utm[field])}`])).join("&");
}

/** The whole address a link leads to: its page, the page's own query, the UTM words and `extra`, then the fragment. */
export function linkAddress(link: { readonly path: string; readonly utm: string }, extra = ""): string {
  const at = link.path.indexOf("#");
  const [page, fragment] = at < 0 ? [link.path, ""] : [link.path.slice(0, at), link.path.slice(at)];
  const more = [link.utm, extra].filter((part) => part !== "").join("&");
  if (more === "") return link.path;
  return `${page}${page.includes("?") ? "&" : "?"}${more}${fragment}`;
}
