import type { AffiliateId, BrandId, Instant, ProductId } from "../kernel/branded";
import { HOUR_MS } from "../kernel/instant";
import type { Disqualification, TouchTarget } from "./touch";

/** Opening the same thing again within this time counts once. Source: domain §4. */
export const DUPLICATE_MS = HOUR_MS;

/** A counted touch of the recent past, as far as duplicates are judged by it; `thing` names what was opened. */
export type RecentTouch = { readonly at: Instant; readonly affiliateId: AffiliateId; readonly thing: string };

/** A product, or with `null` a whole brand, that an opening points at. */
export type Aim = { readonly brandId: BrandId; readonly productId: ProductId | null };

/** How an affiliate stands with a brand at this moment; without an entry they have never applied. */
export type Standing = "applied" | "approved" | "rejected" | "paused" | "ended" | "banned";

/**
 * True when the same visitor opened the same thing within the hour and counted, and no other affiliate's touch
 * counted since. `recent` holds that visitor's counted touches of the last hour, in any order.
 */
export function isDuplicate(touch: RecentTouch, recent: readonly RecentTouch[]): boolean {
  const last = newest(recent.filter((one) => one.thing === touch.thing && one.at > touch.at - DUPLICATE_MS));
  if (last === undefined) return false;
  return !recent.some((one) => one.affiliateId !== touch.affiliateId && one.at >= last.at);
}

function newest(touches: readonly RecentTouch[]): RecentTouch | undefined {
  return touches.reduce<RecentTouch | undefined>((best, one) => (best === undefined || one.at >= best.at ? one : best), undefined);
}

/**
 * Each target of a touch with the reason why it does not count, if any: first what nobody saw (`unseen`), then the
 * affiliate's own, then how they stand with the brand, then duplicates.
 */
export function judgeTargets(
  aims: readonly Aim[],
  about: {
    readonly unseen: Disqualification | null;
    readonly isSelf: boolean;
    readonly isDuplicate: boolean;
    readonly standings: ReadonlyMap<BrandId, Standing>;
  },
): readonly TouchTarget[] {
  return aims.map((aim) => ({ brandId: aim.brandId, productId: aim.productId, disqualified: reasonFor(aim, about) }));
}

function reasonFor(aim: Aim, about: Parameters<typeof judgeTargets>[1]): Disqualification | null {
  if (about.unseen !== null) return about.unseen;
  if (about.isSelf) return "self";
  const standing = about.standings.get(aim.brandId);
  if (standing === "banned") return "banned";
  if (standing !== "approved") return "partnership";
  return about.isDuplicate ? "duplicate" : null;
}

/** The aims of an opening that is about no product and no brand: every brand where the affiliate is approved. */
export function approvedBrands(standings: ReadonlyMap<BrandId, Standing>): readonly Aim[] {
  return [...standings].flatMap(([brandId, standing]) => (standing === "approved" ? [{ brandId, productId: null }] : []));
}
