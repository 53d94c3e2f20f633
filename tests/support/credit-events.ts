import type { DecidedCredit } from "~/domain/events/commission-events";
import type { NewEvent } from "~/domain/events/event";
import type { AffiliateId, BrandId, Instant, LinkId, OrderId, OrderLineId, PostId, Ppm, ProductId, ProgramId, TouchId } from "~/domain/kernel/branded";
import { type Currency, parseCurrency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";
import { SAMPLE_TIME } from "./samples";

type Spec = {
  readonly linkId?: string | null;
  readonly postId?: string | null;
  readonly channel?: DecidedCredit["channel"];
  readonly touchedAt: number;
  readonly orderPpm: number;
  readonly units: number;
  readonly base: number;
  readonly commission: number;
};

/** A credit of an affiliate as a decision tells it. */
export function creditsOf(affiliate: string, spec: Spec): DecidedCredit {
  return {
    affiliateId: affiliate as AffiliateId,
    touchId: `tch_${affiliate}` as TouchId,
    touchedAt: spec.touchedAt as Instant,
    channel: spec.channel ?? "link",
    linkId: (spec.linkId ?? null) as LinkId | null,
    postId: (spec.postId ?? null) as PostId | null,
    ppm: 1_000_000 as Ppm,
    orderPpm: spec.orderPpm as Ppm,
    units: spec.units,
    baseMinor: minor(spec.base),
    commissionMinor: minor(spec.commission),
  };
}

const EUR = parseCurrency("EUR") as Currency;
const LINE = { orderLineId: "lin" as OrderLineId, productId: "prd" as ProductId };
const HEAD = { programId: "prg" as ProgramId, programSeq: 1, orderId: "ord" as OrderId, currency: EUR };

/** What was decided about an order of one line. */
export function decidedOf(brandId: BrandId, credits: readonly DecidedCredit[], at: Instant = SAMPLE_TIME): NewEvent {
  return { type: "commission.decided", brandId, subjectId: "ord", occurredAt: at, payload: { ...HEAD, lines: [{ ...LINE, credits }] } };
}

/** What was taken back of such an order. */
export function reversedOf(brandId: BrandId, credits: readonly DecidedCredit[], at: Instant = SAMPLE_TIME): NewEvent {
  const told = credits.map(({ ppm: _, orderPpm: __, ...credit }) => ({ ...credit, commissionId: null }));
  const payload = { ...HEAD, cause: "cancel" as const, lines: [{ ...LINE, credits: told }] };
  return { type: "commission.reversed", brandId, subjectId: "ord", occurredAt: at, payload };
}
