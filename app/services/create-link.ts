import type { AffiliateId, BrandId, LinkId, PostId, ProductId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { type AppPage, parseAppPage } from "~/domain/tracking/app-page";
import {
  type Link,
  type LinkDestination,
  parseLinkSlug,
  parseLinkWord,
  randomLinkSlug,
  type SubIds,
  UTM_FIELDS,
  type Utm,
  utmQuery,
} from "~/domain/tracking/link";
import { findDestination, insertLink } from "~db/queries/links";
import { type Tx, transact } from "~db/transaction";
import type { Deps } from "./deps";

export type LinkRefusal =
  | { readonly kind: "destination_foreign" | "destination_missing" }
  | { readonly kind: "slug_invalid" | "slug_taken" }
  | { readonly kind: "sub_id_invalid" | "utm_invalid" };

type LinkInput = {
  readonly affiliateId: AffiliateId;
  /** Path of a page of the app, perhaps with query and fragment. */
  readonly to: string;
  /** Left out, one is made that nobody guesses. */
  readonly slug?: string | undefined;
  readonly subIds?: readonly string[] | undefined;
  readonly utm?: Readonly<Partial<Record<keyof Utm, string>>> | undefined;
};

/** Two random slugs of 50 bits are the same once in a lifetime; a third try would mean that chance is broken. */
const SLUG_ATTEMPTS = 3;

/** Makes a link that leads to an existing page of the app, for good. */
export async function createLink(deps: Deps, input: LinkInput): Promise<Outcome<Link, LinkRefusal>> {
  const page = parseAppPage(input.to);
  if (page === undefined) return refused({ kind: "destination_foreign" });
  const subIds = subIdsOf(input.subIds ?? []);
  if (subIds === undefined) return refused({ kind: "sub_id_invalid" });
  const utm = utmOf(input.utm ?? {});
  if (utm === undefined) return refused({ kind: "utm_invalid" });
  const chosen = input.slug === undefined ? null : parseLinkSlug(input.slug);
  if (chosen === undefined) return refused({ kind: "slug_invalid" });
  return transact(deps.db, async (tx) => {
    const destination = await destinationOf(tx, page);
    if (destination === null) return refused({ kind: "destination_missing" });
    const owner = { affiliateId: input.affiliateId, destination, subIds, utm: utmQuery(utm), createdAt: deps.clock.now() };
    for (let attempt = 1; attempt <= (chosen === null ? SLUG_ATTEMPTS : 1); attempt++) {
      const slug = chosen ?? randomLinkSlug(deps.ids.secret());
      const link: Link = { ...owner, slug, linkId: deps.ids.next("lnk") as LinkId };
      if (await insertLink(tx, link)) return done(link);
    }
    return refused({ kind: "slug_taken" });
  });
}

/** Five places, the unused ones `null`; `undefined` for more than five, or one that breaks the rule. */
function subIdsOf(typed: readonly string[]): SubIds | undefined {
  const words = typed.map(parseLinkWord);
  if (words.length > 5 || words.includes(undefined)) return undefined;
  const at = (index: number): string | null => words[index] ?? null;
  return [at(0), at(1), at(2), at(3), at(4)];
}

function utmOf(typed: Readonly<Partial<Record<keyof Utm, string>>>): Utm | undefined {
  const words = UTM_FIELDS.map((field) => [field, parseLinkWord(typed[field] ?? "")] as const);
  if (words.some(([, word]) => word === undefined)) return undefined;
  return Object.fromEntries(words.filter(([, word]) => word !== null));
}

/** The page with the ids of what it shows; `null` when there is no such page. */
async function destinationOf(tx: Tx, page: AppPage): Promise<LinkDestination | null> {
  if (page.kind === "home") return { kind: "page", path: page.path };
  const found = await findDestination(tx, page);
  if (found === null) return null;
  const { path } = page;
  if (page.kind === "storefront") return { kind: "page", path };
  if (page.kind === "post") return { kind: "post", path, postId: found.id as PostId };
  if (page.kind === "brand") return { kind: "brand", path, brandId: found.id as BrandId };
  return { kind: "product", path, brandId: found.brandId as BrandId, productId: found.id as ProductId };
}
