import { describe, expect, it } from "vitest";
import type { DomainEvent } from "~/domain/events/event";
import type { AffiliateId, BrandId, EventId, Instant, LinkId, TouchId } from "~/domain/kernel/branded";
import {
  addCreditsInto,
  type CreditDelta,
  commissionDeltas,
  creditKey,
  type FoldedTouch,
  mergeCredits,
  touchDeltas,
} from "~/domain/reporting/fold-credits";
import { creditsOf, decidedOf, reversedOf } from "~tests/support/credit-events";
import { SAMPLE_TIME } from "~tests/support/samples";

const BRAND = "brd_1" as BrandId;
const QUARTER = 900_000;
const CLICKED = (SAMPLE_TIME - 10 * QUARTER) as Instant;
const HERE = { brandId: BRAND, affiliateId: "lina", channel: "link", linkId: "lnk", postId: null } as const;

function stored(event: object): DomainEvent {
  return { ...event, id: "evt_1" as EventId, recordedAt: SAMPLE_TIME } as DomainEvent;
}

function touch(targets: FoldedTouch["targets"], channel: FoldedTouch["channel"] = "link"): FoldedTouch {
  return {
    touchId: "tch" as TouchId,
    affiliateId: "lina" as AffiliateId,
    channel,
    at: CLICKED,
    linkId: "lnk" as LinkId,
    postId: null,
    targets,
  };
}

const target = (brandId: string, disqualified: "bot" | null = null) => ({ brandId: brandId as BrandId, productId: null, disqualified });

describe("touchDeltas", () => {
  it("counts a touch once per brand it points at, and as a click where it is qualified", () => {
    const deltas = touchDeltas([touch([target("a"), target("a"), target("b", "bot")])]);
    expect(deltas.map((delta) => [delta.brandId, delta.rawClicks, delta.clicks])).toEqual([
      ["a", 1, 1],
      ["b", 1, 0],
    ]);
  });

  it("counts no click where a coupon was entered, and nothing where a touch points at no brand", () => {
    expect(touchDeltas([touch([target("a")], "coupon"), touch([])])).toEqual([]);
  });
});

describe("commissionDeltas", () => {
  const credit = creditsOf("lina", { linkId: "lnk", touchedAt: CLICKED, orderPpm: 600_000, units: 2, base: 5_000, commission: 500 });

  it("tells an order in its own quarter-hour and in that of the click", () => {
    const [order, click, ...rest] = commissionDeltas(stored(decidedOf(BRAND, [credit])));
    expect(rest).toEqual([]);
    expect(order).toMatchObject({ ...HERE, bucket: 1_793_527_200_000, ordersPpm: 600_000, units: 2, salesMinor: 5_000, accruedMinor: 500 });
    expect(order).toMatchObject({ clicks: 0, clickOrdersPpm: 0, clickAccruedMinor: 0 });
    expect(click).toMatchObject({ ...HERE, bucket: 1_793_527_200_000 - 10 * QUARTER, clickOrdersPpm: 600_000, clickAccruedMinor: 500 });
    expect(click).toMatchObject({ ordersPpm: 0, salesMinor: 0, accruedMinor: 0 });
  });

  it("tells a reversal on its own day and of the click, never as units", () => {
    const [back, click] = commissionDeltas(stored(reversedOf(BRAND, [{ ...credit, baseMinor: 2_500, commissionMinor: 250 }])));
    expect(back).toMatchObject({ salesBackMinor: 2_500, reversedMinor: 250, units: 0 });
    expect(click).toMatchObject({ clickReversedMinor: 250, reversedMinor: 0 });
  });

  it("credits a coupon with its order but with no click", () => {
    const deltas = commissionDeltas(stored(decidedOf(BRAND, [{ ...credit, channel: "coupon" }])));
    expect(deltas).toHaveLength(1);
    expect(deltas[0]).toMatchObject({ channel: "coupon", ordersPpm: 600_000, clickOrdersPpm: 0 });
  });

  it("says nothing of other events, nor of events without a brand", () => {
    expect(commissionDeltas({ ...stored(decidedOf(BRAND, [credit])), brandId: null })).toEqual([]);
    expect(
      commissionDeltas(stored({ type: "brand.created", brandId: BRAND, subjectId: "x", occurredAt: SAMPLE_TIME, payload: { slug: "x" } })),
    ).toEqual([]);
  });
});

describe("sums", () => {
  const [one] = touchDeltas([touch([target("a")])]);

  it("merges rows of one key, keeps others apart, and adds page after page", () => {
    const other = { ...(one as CreditDelta), linkId: null };
    const merged = mergeCredits([one as CreditDelta, other, one as CreditDelta]);
    expect(merged.map((row) => [creditKey(row), row.clicks])).toEqual([
      [creditKey(one as CreditDelta), 2],
      [creditKey(other), 1],
    ]);
    const totals = new Map<string, CreditDelta>();
    addCreditsInto(totals, [one as CreditDelta]);
    addCreditsInto(totals, [other, one as CreditDelta]);
    expect([...totals.values()]).toEqual(merged);
  });

  it("refuses sums beyond 2^53 instead of losing cents", () => {
    const huge = { ...(one as CreditDelta), accruedMinor: Number.MAX_SAFE_INTEGER };
    expect(() => mergeCredits([huge, huge])).toThrow(RangeError);
  });
});
