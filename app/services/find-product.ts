import type { CatalogProduct } from "~/domain/catalog/product";
import type { BrandId, ProductId } from "~/domain/kernel/branded";
import { findCatalogProducts } from "~db/queries/stored-catalog";
import type { Deps } from "./deps";

/** A product of this brand with variants, stock and pictures, by id or handle; `undefined` when it has none. */
export async function findProduct(
  deps: Pick<Deps, "db">,
  asked: { readonly brandId: BrandId } & ({ readonly productId: ProductId } | { readonly handle: string }),
): Promise<CatalogProduct | undefined> {
  const { brandId } = asked;
  const which = "productId" in asked ? { brandId, productId: asked.productId } : { brandId, handles: [asked.handle] };
  return (await findCatalogProducts(deps.db.query, which))[0];
}
