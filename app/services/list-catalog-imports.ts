import type { CatalogImport } from "~/domain/catalog/catalog-import";
import type { BrandId } from "~/domain/kernel/branded";
import { listLatestImports } from "~db/queries/catalog-imports";
import type { Deps } from "./deps";

/** What a page shows; older ones are history. */
const SHOWN = 20;

/** The brand's latest imports, newest first. */
export async function listCatalogImports(
  deps: Pick<Deps, "db">,
  { brandId }: { readonly brandId: BrandId },
): Promise<readonly CatalogImport[]> {
  return listLatestImports(deps.db.query, { brandId, limit: SHOWN });
}
