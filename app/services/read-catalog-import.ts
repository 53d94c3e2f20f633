import type { CatalogImport } from "~/domain/catalog/catalog-import";
import type { BrandId, ImportId } from "~/domain/kernel/branded";
import { findCatalogImport } from "~db/queries/catalog-imports";
import type { Deps } from "./deps";

/** An import of this brand with its state, progress and, once it has ended, its result; `undefined` when it has none of this id. */
export async function readCatalogImport(
  deps: Pick<Deps, "db">,
  asked: { readonly brandId: BrandId; readonly importId: ImportId },
): Promise<CatalogImport | undefined> {
  return findCatalogImport(deps.db.query, asked);
}
