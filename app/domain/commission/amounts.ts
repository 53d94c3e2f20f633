import { WHOLE_PPM } from "../attribution/models";
import type { Bps, Ppm } from "../kernel/branded";
import { divideRounded, type Minor, minor } from "../kernel/money";
import { WHOLE_BPS } from "../kernel/rates";
import { splitByWeight } from "../kernel/split";

/** One credited touch with the rate its terms pay; `null` = no rule was in force. */
export type RewardedCredit = { readonly ppm: Ppm; readonly rateBps: Bps | null };

/** What a credit earns before rounding: `numerator` ÷ `EXACT_DENOMINATOR` minor units. */
export type ExactReward = { readonly numerator: bigint };

/** base × basis points × parts per million have this denominator. */
export const EXACT_DENOMINATOR = BigInt(WHOLE_BPS) * BigInt(WHOLE_PPM);

/** The unrounded reward of a credit on a line: base × rate × share. */
export function exactReward(base: Minor, { ppm, rateBps }: RewardedCredit): ExactReward {
  return { numerator: BigInt(base) * BigInt(rateBps ?? 0) * BigInt(ppm) };
}

/**
 * What each credit of a line earns: the line's total is its exact rewards added up, rounded once (half away from
 * zero), never more than the base; it is shared by the exact rewards, by largest remainder. Source: domain §5.
 */
export function lineCommission(
  base: Minor,
  credits: readonly RewardedCredit[],
): { readonly totalMinor: Minor; readonly parts: readonly Minor[] } {
  if (credits.length === 0) return { totalMinor: minor(0), parts: [] };
  const exact = credits.map((credit) => exactReward(base, credit).numerator);
  const rounded = divideRounded(
    exact.reduce((sum, one) => sum + one, 0n),
    EXACT_DENOMINATOR,
  );
  const total = minor(Math.min(base, Number(rounded)));
  return { totalMinor: total, parts: splitByWeight(total, exact).map(minor) };
}
