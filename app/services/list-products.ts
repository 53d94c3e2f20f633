import { type ListedProduct, type ProductSearch, searchWords } from "~/domain/catalog/listed-product";
import type { BrandId } from "~/domain/kernel/branded";
import { countProducts, listMatchingProducts } from "~db/queries/products";
import type { Deps } from "./deps";

export type ProductPage = {
  readonly products: readonly ListedProduct[];
  /** Matches on all pages. */
  readonly total: number;
  /** The page shown, from 1; the last one when a later one was asked for. */
  readonly page: number;
  readonly pages: number;
};

const PRODUCTS_PER_PAGE = 50;

/** A page of the brand's products by title; every word of `search` occurs in title, handle or a SKU. */
export async function listProducts(
  deps: Pick<Deps, "db">,
  asked: { readonly brandId: BrandId; readonly search: string; readonly status: ProductSearch["status"]; readonly page: number },
): Promise<ProductPage> {
  const search = { brandId: asked.brandId, words: searchWords(asked.search), status: asked.status };
  const total = await countProducts(deps.db.query, search);
  const pages = Math.max(1, Math.ceil(total / PRODUCTS_PER_PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const window = { offset: (page - 1) * PRODUCTS_PER_PAGE, limit: PRODUCTS_PER_PAGE };
  const products = await listMatchingProducts(deps.db.query, { ...search, ...window });
  return { products, total, page, pages };
}
