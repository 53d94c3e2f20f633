import type { Shop } from "~/domain/catalog/shop";
import type { ShowcaseProduct } from "~/domain/catalog/showcase";
import type { PersonId } from "~/domain/kernel/branded";
import type { Post } from "~/domain/posts/post";
import { listPostsWithBrand } from "~db/queries/posts";
import { findShop, listBrandShelf } from "~db/queries/shelves";
import type { Deps } from "./deps";

/** A brand's page: what it sells and where it was seen. */
export type BrandPage = {
  readonly shop: Shop;
  readonly products: readonly ShowcaseProduct[];
  /** Products of the whole shelf. */
  readonly total: number;
  readonly posts: readonly Post[];
};

const POSTS = 6;

/** The page of the live brand with this slug, with its first `shown` products; `undefined` when there is none. */
export async function readBrandPage(
  deps: Pick<Deps, "db">,
  asked: { readonly slug: string; readonly viewer: PersonId | null; readonly shown: number },
): Promise<BrandPage | undefined> {
  const { query } = deps.db;
  const shop = await findShop(query, asked.slug);
  if (shop === undefined) return undefined;
  const { products, total } = await listBrandShelf(query, { brandId: shop.brandId, limit: asked.shown });
  const posts = await listPostsWithBrand(query, { brandId: shop.brandId, viewer: asked.viewer, limit: POSTS });
  return { shop, products, total, posts };
}
