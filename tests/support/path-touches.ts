import type { AffiliateId, Instant, TouchId } from "~/domain/kernel/branded";
import { DAY_MS } from "~/domain/kernel/instant";
import type { Disqualification, PathTouch } from "~/domain/tracking/touch";

/** When the lines of these tests were frozen: 2026-11-14T09:42Z. */
export const FROZEN_AT = Date.UTC(2026, 10, 14, 9, 42) as Instant;

type Options = {
  readonly daysBefore: number;
  readonly plusMs?: number;
  readonly pointsAt?: "product" | "brand";
  readonly disqualified?: Disqualification;
};

/** A touch some days before the freeze; on the product and qualified unless told otherwise. */
export function pathTouch(affiliate: string, options: Options): PathTouch {
  const at = FROZEN_AT - options.daysBefore * DAY_MS + (options.plusMs ?? 0);
  return {
    touchId: `tch_${affiliate}_${at}` as TouchId,
    affiliateId: affiliate as AffiliateId,
    channel: "link",
    at: at as Instant,
    linkId: null,
    postId: null,
    pointsAt: options.pointsAt ?? "product",
    disqualified: options.disqualified ?? null,
  };
}
