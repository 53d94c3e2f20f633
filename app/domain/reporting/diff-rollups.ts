import type { BrandId, Instant, ProductId } from "../kernel/branded";
import { rollupKey, type SalesDelta } from "./fold-sales";

/** What must be added to stored rollups, and which rows must go, so that they equal the recomputed ones. */
export type RollupDiff = {
  readonly changes: readonly SalesDelta[];
  readonly strangers: readonly { readonly brandId: BrandId; readonly productId: ProductId | null; readonly bucket: Instant }[];
};

/** Compares the rollups as stored with the rollups as recomputed from events; both hold one row per key. */
export function diffRollups(stored: readonly SalesDelta[], recomputed: readonly SalesDelta[]): RollupDiff {
  const truth = new Map(recomputed.map((row) => [rollupKey(row), row]));
  const known = new Map(stored.map((row) => [rollupKey(row), row]));
  const changes = recomputed.flatMap((row) => {
    const before = known.get(rollupKey(row));
    return before !== undefined && sameFigures(before, row) ? [] : [minus(row, before)];
  });
  return { changes, strangers: stored.filter((row) => !truth.has(rollupKey(row))) };
}

function sameFigures(left: SalesDelta, right: SalesDelta): boolean {
  return (
    left.orders === right.orders &&
    left.units === right.units &&
    left.grossMinor === right.grossMinor &&
    left.discountMinor === right.discountMinor &&
    left.refundMinor === right.refundMinor
  );
}

function minus(row: SalesDelta, before: SalesDelta | undefined): SalesDelta {
  if (before === undefined) return row;
  return {
    ...row,
    orders: row.orders - before.orders,
    units: row.units - before.units,
    grossMinor: row.grossMinor - before.grossMinor,
    discountMinor: row.discountMinor - before.discountMinor,
    refundMinor: row.refundMinor - before.refundMinor,
  };
}
