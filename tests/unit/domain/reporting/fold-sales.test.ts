import { describe, expect, it } from "vitest";
import type { DomainEvent } from "~/domain/events/event";
import type { BrandId, EventId, Instant } from "~/domain/kernel/branded";
import { addFigures, addInto, bucketOf, mergeDeltas, rollupKey, type SalesDelta, salesDeltas } from "~/domain/reporting/fold-sales";
import { refundOf, SAMPLE_TIME, saleOf } from "~tests/support/samples";

const BRAND = "brd_1" as BrandId;

function stored(event: ReturnType<typeof saleOf>): DomainEvent {
  return { ...event, id: "evt_1" as EventId, recordedAt: SAMPLE_TIME } as DomainEvent;
}

function figuresOf(deltas: readonly SalesDelta[], productId: string | null) {
  const found = deltas.find((delta) => delta.productId === productId);
  if (found === undefined) throw new Error(`no delta for ${productId}`);
  const { orders, units, grossMinor, discountMinor, refundMinor } = found;
  return { orders, units, grossMinor, discountMinor, refundMinor };
}

describe("salesDeltas", () => {
  it("counts a sale invoice as one order of the brand and one order with each product", () => {
    const deltas = salesDeltas(
      stored(
        saleOf(BRAND, "1", {
          lines: [
            { product: "a", quantity: 2, amount: 500 },
            { product: "a", quantity: 1, amount: 250, opensProduct: false },
            { product: "b", quantity: 4, amount: 99 },
          ],
        }),
      ),
    );
    expect(deltas).toHaveLength(3);
    expect(figuresOf(deltas, null)).toEqual({ orders: 1, units: 7, grossMinor: 849, discountMinor: 0, refundMinor: 0 });
    expect(figuresOf(deltas, "a")).toEqual({ orders: 1, units: 3, grossMinor: 750, discountMinor: 0, refundMinor: 0 });
    expect(figuresOf(deltas, "b")).toEqual({ orders: 1, units: 4, grossMinor: 99, discountMinor: 0, refundMinor: 0 });
  });

  it("adds the lines but no order when an invoice is continued", () => {
    const deltas = salesDeltas(
      stored(saleOf(BRAND, "1", { opensOrder: false, lines: [{ product: "a", quantity: 1, amount: 5, opensProduct: false }] })),
    );
    expect(figuresOf(deltas, null)).toMatchObject({ orders: 0, units: 1, grossMinor: 5 });
    expect(figuresOf(deltas, "a")).toMatchObject({ orders: 0, units: 1, grossMinor: 5 });
  });

  it("counts a cancellation as money given back on its own quarter-hour, never as units", () => {
    const at = (SAMPLE_TIME + 86_400_000) as Instant;
    const deltas = salesDeltas(stored(refundOf(BRAND, "C1", { at, lines: [{ product: "a", quantity: 2, amount: 500 }] })));
    expect(figuresOf(deltas, null)).toEqual({ orders: 0, units: 0, grossMinor: 0, discountMinor: 0, refundMinor: 500 });
    expect(new Set(deltas.map((delta) => delta.bucket))).toEqual(new Set([bucketOf(at)]));
  });

  it("says nothing about events that are not sales or belong to no brand", () => {
    const created = stored({ type: "brand.created", brandId: BRAND, subjectId: BRAND, occurredAt: SAMPLE_TIME, payload: { slug: "x" } });
    expect(salesDeltas(created)).toEqual([]);
    expect(salesDeltas({ ...stored(saleOf(BRAND, "1", { lines: [] })), brandId: null })).toEqual([]);
  });
});

describe("bucketOf", () => {
  it("takes the start of the quarter-hour, also before 1970", () => {
    expect(new Date(bucketOf(SAMPLE_TIME)).toISOString()).toBe("2026-11-01T10:00:00.000Z");
    expect(bucketOf(-1 as Instant)).toBe(-900_000);
    expect(bucketOf(900_000 as Instant)).toBe(900_000);
  });
});

describe("sums", () => {
  const one: SalesDelta = {
    brandId: BRAND,
    productId: null,
    bucket: 0 as Instant,
    orders: 1,
    units: 2,
    grossMinor: 3,
    discountMinor: 4,
    refundMinor: 5,
  };

  it("merges rows of one key and keeps others apart", () => {
    const other = { ...one, bucket: 900_000 as Instant };
    expect(mergeDeltas([one, other, one])).toEqual([
      { ...one, orders: 2, units: 4, grossMinor: 6, discountMinor: 8, refundMinor: 10 },
      other,
    ]);
    expect(rollupKey(one)).not.toBe(rollupKey(other));
  });

  it("adds page after page into the same sums", () => {
    const sums = new Map<string, SalesDelta>();
    addInto(sums, [one]);
    addInto(sums, [one]);
    expect([...sums.values()]).toEqual(mergeDeltas([one, one]));
  });

  it("refuses sums beyond 2^53 instead of losing cents", () => {
    expect(() => addFigures(one, { ...one, grossMinor: Number.MAX_SAFE_INTEGER })).toThrow(RangeError);
  });
});
