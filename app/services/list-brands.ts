import type { Brand } from "~/domain/catalog/brand";
import { listBrands as readBrands } from "~db/queries/brands";
import type { Deps } from "./deps";

/** Every brand of the installation, by slug. */
export async function listBrands(deps: Pick<Deps, "db">): Promise<readonly Brand[]> {
  return readBrands(deps.db.query);
}
