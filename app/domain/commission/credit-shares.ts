import { WHOLE_PPM } from "../attribution/models";
import type { Ppm } from "../kernel/branded";
import { type Minor, minor } from "../kernel/money";
import { splitByWeight } from "../kernel/split";

/**
 * Each line's share of its order in parts per million: by base, by units when every base is 0. The shares of an
 * order sum to 1 000 000. Source: `orders_credited`, domain §7.
 */
export function lineShares(lines: readonly { readonly baseMinor: Minor; readonly quantity: number }[]): readonly Ppm[] {
  const byBase = lines.some((line) => line.baseMinor > 0);
  return splitByWeight(
    WHOLE_PPM,
    lines.map((line) => BigInt(byBase ? line.baseMinor : line.quantity)),
  ) as readonly Ppm[];
}

/** What a line has, split over its credits: each gets its share of the order, of the units and of the money. */
export type CreditedShare = { readonly orderPpm: Ppm; readonly units: number; readonly baseMinor: Minor };

/** Splits a line's totals over its credits by their parts per million, by largest remainder; credits sum to the whole line. */
export function shareLine(
  totals: { readonly orderPpm: Ppm; readonly units: number; readonly baseMinor: Minor },
  credits: readonly Ppm[],
): readonly CreditedShare[] {
  if (credits.length === 0) return [];
  const weights = credits.map(BigInt);
  const orderPpm = splitByWeight(totals.orderPpm, weights);
  const units = splitByWeight(totals.units, weights);
  const base = splitByWeight(totals.baseMinor, weights);
  return credits.map((_, index) => ({
    orderPpm: orderPpm[index] as Ppm,
    units: units[index] as number,
    baseMinor: minor(base[index] as number),
  }));
}
