import type { Handle } from "~/domain/accounts/handle";
import type { ShowcaseProduct } from "~/domain/catalog/showcase";
import type { PersonId } from "~/domain/kernel/branded";
import type { Post } from "~/domain/posts/post";
import { findCreator } from "~db/queries/affiliates";
import { readFollowing } from "~db/queries/follows";
import { listPostsOf } from "~db/queries/posts";
import { listAffiliateShelf } from "~db/queries/shelves";
import type { Deps } from "./deps";

/** A creator's page: who they are, what they showed, what can be bought of it. */
export type Storefront = {
  readonly handle: string;
  readonly name: string;
  readonly followers: number;
  readonly followed: boolean;
  readonly posts: readonly Post[];
  readonly products: readonly ShowcaseProduct[];
};

/** Ten rows of three. */
const POSTS = 30;
const PRODUCTS = 24;

/** The storefront of the creator with this handle, or `undefined`. */
export async function readStorefront(
  deps: Pick<Deps, "db">,
  asked: { readonly handle: Handle; readonly viewer: PersonId | null },
): Promise<Storefront | undefined> {
  const { query } = deps.db;
  const creator = await findCreator(query, asked.handle);
  if (creator === undefined) return undefined;
  const { affiliateId, handle, name } = creator;
  const { viewer } = asked;
  const following = await readFollowing(query, { affiliateId, viewer });
  const posts = await listPostsOf(query, { affiliateId, viewer, limit: POSTS });
  const products = await listAffiliateShelf(query, { affiliateId, limit: PRODUCTS });
  return { handle, name, ...following, posts, products };
}
