import type { ShowcaseProduct } from "~/domain/catalog/showcase";
import { listProgress, type Progress } from "~db/queries/progress";
import { hasBrands, listNewestProducts } from "~db/queries/showcase";
import type { Deps } from "./deps";

/** What stands in the window of the start page. */
export type Showcase = {
  readonly products: readonly ShowcaseProduct[];
  /** False on an installation nobody has made a brand in yet. */
  readonly hasBrands: boolean;
  /** How far the filling of the demo world is. */
  readonly progress: readonly Progress[];
};

/** Four rows of six on a desk, twelve of two on a phone. */
const SHELF = 24;

/** The newest products of live brands, and how far the installation is with filling itself. */
export async function listShowcase(deps: Pick<Deps, "db">): Promise<Showcase> {
  const { query } = deps.db;
  const [products, brands, progress] = await Promise.all([listNewestProducts(query, SHELF), hasBrands(query), listProgress(query)]);
  return { products, hasBrands: brands, progress };
}
