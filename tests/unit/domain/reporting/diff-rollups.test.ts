import { describe, expect, it } from "vitest";
import type { BrandId, Instant, ProductId } from "~/domain/kernel/branded";
import { diffRollups } from "~/domain/reporting/diff-rollups";
import type { SalesDelta } from "~/domain/reporting/fold-sales";

function row(bucket: number, grossMinor: number, productId: string | null = null): SalesDelta {
  return {
    brandId: "brd" as BrandId,
    productId: productId as ProductId | null,
    bucket: bucket as Instant,
    orders: 1,
    units: 1,
    grossMinor,
    discountMinor: 0,
    refundMinor: 0,
  };
}

describe("diffRollups", () => {
  it("finds nothing between equal rollups, in any order", () => {
    expect(diffRollups([row(0, 5), row(900, 6)], [row(900, 6), row(0, 5)])).toEqual({ changes: [], strangers: [] });
  });

  it("gives the difference to add for a row that is wrong", () => {
    expect(diffRollups([row(0, 5)], [row(0, 7)]).changes).toEqual([{ ...row(0, 2), orders: 0, units: 0 }]);
  });

  it("gives a missing row whole and names a row without events", () => {
    const diff = diffRollups([row(0, 5)], [row(0, 5, "a")]);
    expect(diff.changes).toEqual([row(0, 5, "a")]);
    expect(diff.strangers).toEqual([row(0, 5)]);
  });

  it("sees a difference in each figure", () => {
    for (const figure of ["orders", "units", "grossMinor", "discountMinor", "refundMinor"] as const) {
      expect(diffRollups([row(0, 5)], [{ ...row(0, 5), [figure]: 9 }]).changes).toHaveLength(1);
    }
  });
});
