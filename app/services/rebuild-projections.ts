import type { BrandId } from "~/domain/kernel/branded";
import { diffRollups } from "~/domain/reporting/diff-rollups";
import { mergeDeltas } from "~/domain/reporting/fold-sales";
import { listProjectedBrands, listProjectionVersions, takeNextVersion } from "~db/queries/projection-versions";
import { addSalesDeltas, listSalesRollups, removeSalesRows } from "~db/queries/sales-rollups";
import { recomputeSales } from "~db/recompute-sales";
import { type Tx, transact } from "~db/transaction";
import type { Deps } from "./deps";

export type Rebuilt = {
  readonly brands: number;
  /** Rollup rows now. */
  readonly rows: number;
  /** Rows that differed from the events and were put right; 0 when the projections were true. */
  readonly corrected: number;
};

/**
 * Recomputes the projections from the event log, brand by brand, while everything goes on: what was folded
 * before the start is summed up outside any transaction, what came meanwhile is added in the short one that
 * compares and corrects. The result is the same, byte for byte, however often and whenever it runs.
 */
export async function rebuildProjections(deps: Deps, input: { readonly brandId?: BrandId }): Promise<Rebuilt> {
  const brandIds = input.brandId === undefined ? await listProjectedBrands(deps.db.query) : [input.brandId];
  let rows = 0;
  let corrected = 0;
  for (const brandId of brandIds) {
    const rebuilt = await rebuildBrand(deps, brandId);
    rows += rebuilt.rows;
    corrected += rebuilt.corrected;
  }
  return { brands: brandIds.length, rows, corrected };
}

async function rebuildBrand(deps: Deps, brandId: BrandId): Promise<{ readonly rows: number; readonly corrected: number }> {
  const sealed = (await listProjectionVersions(deps.db.query, [brandId])).get(brandId) ?? 0;
  const before = await recomputeSales(deps.db.query, { brandId, afterBatch: 0, throughBatch: sealed });
  return transact(deps.db, async (tx: Tx) => {
    const version = await takeNextVersion(tx, { brandId, now: deps.clock.now() });
    const since = await recomputeSales(tx, { brandId, afterBatch: sealed, throughBatch: version });
    const recomputed = mergeDeltas([...before, ...since]);
    const diff = diffRollups(await listSalesRollups(tx, brandId), recomputed);
    await removeSalesRows(tx, diff.strangers);
    await addSalesDeltas(tx, diff.changes);
    return { rows: recomputed.length, corrected: diff.changes.length + diff.strangers.length };
  });
}
