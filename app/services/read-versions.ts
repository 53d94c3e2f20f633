import type { BrandId } from "~/domain/kernel/branded";
import { listProjectionVersions } from "~db/queries/projection-versions";
import type { Deps } from "./deps";

/** The projections' version of each brand that has figures; it grows with every batch folded. */
export function readVersions(deps: Deps, brandIds: readonly BrandId[]): Promise<ReadonlyMap<BrandId, number>> {
  return listProjectionVersions(deps.db.query, brandIds);
}
