import type { BrandId } from "~/domain/kernel/branded";
import { diffRollups } from "~/domain/reporting/diff-rollups";
import { CREDIT_FIGURES, creditKey, mergeCredits } from "~/domain/reporting/fold-credits";
import { mergeDeltas, rollupKey, SALES_FIGURES } from "~/domain/reporting/fold-sales";
import { addCreditDeltas, listCreditRollups, removeCreditRows } from "~db/queries/credit-rollups";
import { listProjectedBrands, listProjectionVersions, SHARED, takeNextVersion } from "~db/queries/projection-versions";
import { addSalesDeltas, listSalesRollups, removeSalesRows } from "~db/queries/sales-rollups";
import { type Recomputed, recompute } from "~db/recompute";
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

type Corrected = { readonly rows: number; readonly corrected: number };

async function rebuildBrand(deps: Deps, brandId: BrandId): Promise<Corrected> {
  const versions = await listProjectionVersions(deps.db.query, [SHARED, brandId]);
  const sealed = { own: versions.get(brandId) ?? 0, shared: versions.get(SHARED) ?? 0 };
  const before = await recompute(deps.db.query, {
    brandId,
    own: { afterBatch: 0, throughBatch: sealed.own },
    shared: { afterBatch: 0, throughBatch: sealed.shared },
  });
  return transact(deps.db, async (tx) => {
    // The shared row first, as whoever folds takes it first.
    const shared = await takeNextVersion(tx, { brandId: SHARED, now: deps.clock.now() });
    const own = await takeNextVersion(tx, { brandId, now: deps.clock.now() });
    const since = await recompute(tx, {
      brandId,
      own: { afterBatch: sealed.own, throughBatch: own },
      shared: { afterBatch: sealed.shared, throughBatch: shared },
    });
    const [sales, credits] = [await correctSales(tx, brandId, [before, since]), await correctCredits(tx, brandId, [before, since])];
    return { rows: sales.rows + credits.rows, corrected: sales.corrected + credits.corrected };
  });
}

async function correctSales(tx: Tx, brandId: BrandId, parts: readonly Recomputed[]): Promise<Corrected> {
  const recomputed = mergeDeltas(parts.flatMap((part) => part.sales));
  const diff = diffRollups({ keyOf: rollupKey, figures: SALES_FIGURES }, await listSalesRollups(tx, brandId), recomputed);
  await removeSalesRows(tx, diff.strangers);
  await addSalesDeltas(tx, diff.changes);
  return { rows: recomputed.length, corrected: diff.changes.length + diff.strangers.length };
}

async function correctCredits(tx: Tx, brandId: BrandId, parts: readonly Recomputed[]): Promise<Corrected> {
  const recomputed = mergeCredits(parts.flatMap((part) => part.credits));
  const diff = diffRollups({ keyOf: creditKey, figures: CREDIT_FIGURES }, await listCreditRollups(tx, brandId), recomputed);
  await removeCreditRows(tx, diff.strangers);
  await addCreditDeltas(tx, diff.changes);
  return { rows: recomputed.length, corrected: diff.changes.length + diff.strangers.length };
}
