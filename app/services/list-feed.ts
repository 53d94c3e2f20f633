import type { ShowcaseProduct } from "~/domain/catalog/showcase";
import type { PersonId } from "~/domain/kernel/branded";
import type { Post } from "~/domain/posts/post";
import { countFeedPosts, listFeedPosts } from "~db/queries/posts";
import { listProgress, type Progress } from "~db/queries/progress";
import { hasBrands, listNewestProducts, listShops } from "~db/queries/shelves";
import type { Deps } from "./deps";

/** What the start page shows. */
export type Feed = {
  readonly posts: readonly Post[];
  /** Posts of the whole feed. */
  readonly total: number;
  /** The newest goods, while nobody has posted anything. */
  readonly products: readonly ShowcaseProduct[];
  readonly shops: readonly { readonly slug: string; readonly name: string }[];
  /** False on an installation nobody has made a brand in yet. */
  readonly hasBrands: boolean;
  /** How far the filling of the demo world is. */
  readonly progress: readonly Progress[];
};

/** Four rows of six on a desk, twelve of two on a phone. */
const SHELF = 24;

/** The first `shown` posts: those of followed creators first, in each half the newest first. */
export async function listFeed(deps: Pick<Deps, "db">, asked: { readonly viewer: PersonId | null; readonly shown: number }): Promise<Feed> {
  const { query } = deps.db;
  const [posts, total] = [await listFeedPosts(query, { viewer: asked.viewer, limit: asked.shown }), await countFeedPosts(query)];
  const products = total === 0 ? await listNewestProducts(query, SHELF) : [];
  const [shops, brands, progress] = [await listShops(query), await hasBrands(query), await listProgress(query)];
  return { posts, total, products, shops, hasBrands: brands, progress };
}
