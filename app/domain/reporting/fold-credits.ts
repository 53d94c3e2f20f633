import type { Channel, CommissionDecided, CommissionReversed, CreditedTouch } from "../events/commission-events";
import type { DomainEvent } from "../events/event";
import type { AffiliateId, BrandId, Instant, LinkId, PostId } from "../kernel/branded";
import type { Touch, TouchTarget } from "../tracking/touch";
import { bucketOf } from "./fold-sales";

/** Which row of a brand's quarter-hour a figure belongs to. */
export type CreditKey = {
  readonly brandId: BrandId;
  /** Start of the quarter-hour in UTC. */
  readonly bucket: Instant;
  readonly affiliateId: AffiliateId;
  readonly channel: Channel;
  readonly linkId: LinkId | null;
  readonly postId: PostId | null;
};

/**
 * What a row counts. The figures of orders stand in the bucket of the order, those of reversals in the bucket of
 * the cancel; the `click…` figures tell the same of the bucket of the click, so that they divide by its clicks.
 */
export const CREDIT_FIGURES = [
  "rawClicks",
  "clicks",
  "ordersPpm",
  "units",
  "salesMinor",
  "salesBackMinor",
  "accruedMinor",
  "reversedMinor",
  "clickOrdersPpm",
  "clickAccruedMinor",
  "clickReversedMinor",
] as const;

/** Counts, parts per million of orders, and money in the brand's minor units. */
export type CreditFigures = Readonly<Record<(typeof CREDIT_FIGURES)[number], number>>;

/** What one event adds to one row. */
export type CreditDelta = CreditKey & CreditFigures;

/** A touch with all it points at, as it was committed. */
export type FoldedTouch = Touch & { readonly targets: readonly TouchTarget[] };

/** What makes a rollup row one row. */
export function creditKey(row: CreditKey): string {
  return `${row.brandId}|${row.bucket}|${row.affiliateId}|${row.channel}|${row.linkId ?? ""}|${row.postId ?? ""}`;
}

/**
 * What touches add: each counts once for every brand it points at, and as a click when it is qualified there.
 * A coupon is a touch but nobody clicked.
 */
export function touchDeltas(touches: readonly FoldedTouch[]): readonly CreditDelta[] {
  return touches.flatMap((touch) => {
    if (touch.channel === "coupon") return [];
    const qualified = new Map<BrandId, boolean>();
    for (const target of touch.targets) {
      qualified.set(target.brandId, (qualified.get(target.brandId) ?? false) || target.disqualified === null);
    }
    return [...qualified].map(([brandId, counts]) =>
      deltaOf({ ...placeOf(touch), brandId, bucket: bucketOf(touch.at) }, { rawClicks: 1, clicks: counts ? 1 : 0 }),
    );
  });
}

/**
 * What a decision or a reversal adds; nothing for other events. Additions only, so any order and any grouping of
 * events gives the same sums.
 */
export function commissionDeltas(event: DomainEvent): readonly CreditDelta[] {
  if (event.brandId === null) return [];
  const at = { brandId: event.brandId, bucket: bucketOf(event.occurredAt) };
  if (event.type === "commission.decided") return decidedDeltas(at, event.payload);
  if (event.type === "commission.reversed") return reversedDeltas(at, event.payload);
  return [];
}

type Moment = { readonly brandId: BrandId; readonly bucket: Instant };

function decidedDeltas(at: Moment, decided: CommissionDecided): readonly CreditDelta[] {
  const credits = decided.lines.flatMap((line) => line.credits);
  return mergeCredits(
    credits.flatMap((credit) => [
      deltaOf(
        { ...at, ...placeOf(credit) },
        { ordersPpm: credit.orderPpm, units: credit.units, salesMinor: credit.baseMinor, accruedMinor: credit.commissionMinor },
      ),
      ...ofClick(at.brandId, credit, { clickOrdersPpm: credit.orderPpm, clickAccruedMinor: credit.commissionMinor }),
    ]),
  );
}

function reversedDeltas(at: Moment, reversed: CommissionReversed): readonly CreditDelta[] {
  const credits = reversed.lines.flatMap((line) => line.credits);
  return mergeCredits(
    credits.flatMap((credit) => [
      deltaOf({ ...at, ...placeOf(credit) }, { salesBackMinor: credit.baseMinor, reversedMinor: credit.commissionMinor }),
      ...ofClick(at.brandId, credit, { clickReversedMinor: credit.commissionMinor }),
    ]),
  );
}

/** The same figures told of the quarter-hour of the click; a coupon has none. */
function ofClick(brandId: BrandId, credit: CreditedTouch, figures: Partial<CreditFigures>): readonly CreditDelta[] {
  if (credit.channel === "coupon") return [];
  return [deltaOf({ ...placeOf(credit), brandId, bucket: bucketOf(credit.touchedAt) }, figures)];
}

function placeOf({ affiliateId, channel, linkId, postId }: Omit<CreditKey, "brandId" | "bucket">): Omit<CreditKey, "brandId" | "bucket"> {
  return { affiliateId, channel, linkId, postId };
}

const NOTHING: CreditFigures = {
  rawClicks: 0,
  clicks: 0,
  ordersPpm: 0,
  units: 0,
  salesMinor: 0,
  salesBackMinor: 0,
  accruedMinor: 0,
  reversedMinor: 0,
  clickOrdersPpm: 0,
  clickAccruedMinor: 0,
  clickReversedMinor: 0,
};

function deltaOf(key: CreditKey, figures: Partial<CreditFigures>): CreditDelta {
  return { ...key, ...NOTHING, ...figures };
}

/** Sums by row, for adding up more than fits in memory at once. */
export type CreditTotals = Map<string, CreditDelta>;

/** Adds deltas into the sums. Errors: RangeError when a sum passes 2^53. */
export function addCreditsInto(totals: CreditTotals, deltas: Iterable<CreditDelta>): void {
  for (const delta of deltas) {
    const key = creditKey(delta);
    const known = totals.get(key);
    totals.set(key, known === undefined ? delta : plus(known, delta));
  }
}

/** Adds up deltas of the same row. Errors: RangeError when a sum passes 2^53. */
export function mergeCredits(deltas: Iterable<CreditDelta>): readonly CreditDelta[] {
  const totals: CreditTotals = new Map();
  addCreditsInto(totals, deltas);
  return [...totals.values()];
}

function plus(left: CreditDelta, right: CreditDelta): CreditDelta {
  const sum = { ...left };
  for (const figure of CREDIT_FIGURES) sum[figure] = safe(left[figure] + right[figure]);
  return sum;
}

function safe(sum: number): number {
  if (!Number.isSafeInteger(sum)) throw new RangeError(`A sum of the credit figures is not a safe integer: ${sum}`);
  return sum;
}
