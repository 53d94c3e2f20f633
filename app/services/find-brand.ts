import type { Brand } from "~/domain/catalog/brand";
import type { BrandId } from "~/domain/kernel/branded";
import { findBrandBy } from "~db/queries/brands";
import type { Deps } from "./deps";

/** The brand with this id or slug, or `undefined`. */
export async function findBrand(
  deps: Pick<Deps, "db">,
  by: { readonly brandId: BrandId } | { readonly slug: string },
): Promise<Brand | undefined> {
  return findBrandBy(deps.db.query, by);
}
