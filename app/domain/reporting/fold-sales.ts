import type { DomainEvent, HistoryRefund, HistorySale } from "../events/event";
import type { BrandId, Instant, ProductId } from "../kernel/branded";
import { MINUTE_MS } from "../kernel/instant";

/** What one event adds to one quarter-hour of a brand (`productId` null) or of one of its products. */
export type SalesDelta = SalesFigures & {
  readonly brandId: BrandId;
  readonly productId: ProductId | null;
  /** Start of the quarter-hour in UTC. */
  readonly bucket: Instant;
};

/** Counts, and money in the brand's minor units without tax and shipping; refunds are positive. */
export type SalesFigures = {
  readonly orders: number;
  readonly units: number;
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly refundMinor: number;
};

/** Quarter-hours in UTC: every IANA zone since 1972 starts its days and hours on one. */
export const BUCKET_MS = 15 * MINUTE_MS;

/** Start of the quarter-hour that holds the instant. */
export function bucketOf(at: Instant): Instant {
  return (Math.floor(at / BUCKET_MS) * BUCKET_MS) as Instant;
}

/**
 * What an event adds to the sales figures; nothing when its type says nothing about sales. Additions only, so
 * any order and any grouping of events gives the same sums.
 */
export function salesDeltas(event: DomainEvent): readonly SalesDelta[] {
  if (event.brandId === null) return [];
  const at = { brandId: event.brandId, bucket: bucketOf(event.occurredAt) };
  if (event.type === "history.sale") return saleDeltas(at, event.payload);
  if (event.type === "history.refund") return refundDeltas(at, event.payload);
  return [];
}

type Place = { readonly brandId: BrandId; readonly bucket: Instant };

const NOTHING: SalesFigures = { orders: 0, units: 0, grossMinor: 0, discountMinor: 0, refundMinor: 0 };

function saleDeltas(at: Place, sale: HistorySale): readonly SalesDelta[] {
  const opening: SalesDelta = { ...at, ...NOTHING, productId: null, orders: sale.opensOrder ? 1 : 0 };
  const lines = sale.lines.flatMap((line) => {
    const figures = { ...NOTHING, units: line.quantity, grossMinor: line.amountMinor };
    return [
      { ...at, ...figures, productId: null },
      { ...at, ...figures, productId: line.productId, orders: line.opensProduct ? 1 : 0 },
    ];
  });
  return mergeDeltas([opening, ...lines]);
}

function refundDeltas(at: Place, refund: HistoryRefund): readonly SalesDelta[] {
  const lines = refund.lines.flatMap((line) => {
    const figures = { ...NOTHING, refundMinor: line.amountMinor };
    return [
      { ...at, ...figures, productId: null },
      { ...at, ...figures, productId: line.productId },
    ];
  });
  return mergeDeltas(lines);
}

/** Adds up deltas of the same brand, product and quarter-hour. Errors: RangeError when a sum passes 2^53. */
export function mergeDeltas(deltas: Iterable<SalesDelta>): readonly SalesDelta[] {
  const sums: SalesSums = new Map();
  addInto(sums, deltas);
  return [...sums.values()];
}

/** Sums by brand, product and quarter-hour, for adding up more than fits in memory at once. */
export type SalesSums = Map<string, SalesDelta>;

/** Adds deltas into the sums. Errors: RangeError when a sum passes 2^53. */
export function addInto(sums: SalesSums, deltas: Iterable<SalesDelta>): void {
  for (const delta of deltas) {
    const key = rollupKey(delta);
    const known = sums.get(key);
    sums.set(key, known === undefined ? delta : { ...known, ...addFigures(known, delta) });
  }
}

/** What makes a rollup row one row. */
export function rollupKey(row: Pick<SalesDelta, "brandId" | "bucket" | "productId">): string {
  return `${row.brandId}|${row.bucket}|${row.productId ?? ""}`;
}

/** The sum of two sets of figures. Errors: RangeError when a sum passes 2^53. */
export function addFigures(left: SalesFigures, right: SalesFigures): SalesFigures {
  return {
    orders: safe(left.orders + right.orders),
    units: safe(left.units + right.units),
    grossMinor: safe(left.grossMinor + right.grossMinor),
    discountMinor: safe(left.discountMinor + right.discountMinor),
    refundMinor: safe(left.refundMinor + right.refundMinor),
  };
}

function safe(sum: number): number {
  if (!Number.isSafeInteger(sum)) throw new RangeError(`A sum of the sales figures is not a safe integer: ${sum}`);
  return sum;
}
