import { sql } from "kysely";
import type { BrandId, Instant } from "~/domain/kernel/branded";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/**
 * Takes the brand's next version and with it, until the transaction ends, the sole right to change the brand's
 * projections: batches of one brand commit in the order of their versions.
 */
export async function takeNextVersion(tx: Tx, input: { readonly brandId: BrandId; readonly now: Instant }): Promise<number> {
  const row = await tx
    .insertInto("projection_versions")
    .values({ brand_id: input.brandId, version: 1, folded_at: input.now })
    .onConflict((oc) => oc.column("brand_id").doUpdateSet({ version: sql<number>`projection_versions.version + 1`, folded_at: input.now }))
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}

/** The current version of each brand that has one; brands without any folded event are left out. */
export async function listProjectionVersions(q: Queryable, brandIds: readonly BrandId[]): Promise<ReadonlyMap<BrandId, number>> {
  if (brandIds.length === 0) return new Map();
  const rows = await q.selectFrom("projection_versions").select(["brand_id", "version"]).where("brand_id", "in", brandIds).execute();
  return new Map(rows.map((row) => [row.brand_id as BrandId, row.version]));
}

/** Brands that have projections, in a stable order. */
export async function listProjectedBrands(q: Queryable): Promise<readonly BrandId[]> {
  const rows = await q.selectFrom("projection_versions").select("brand_id").orderBy("brand_id").execute();
  return rows.map((row) => row.brand_id as BrandId);
}
