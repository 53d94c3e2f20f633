import type { Bps } from "./branded";
import { divideRounded, type Minor, minor } from "./money";

/** 100 %. */
export const WHOLE_BPS = 10_000;

/** Mints a rate in basis points. Errors: RangeError outside 0 to 10 000. */
export function bps(rate: number): Bps {
  const parsed = parseBps(rate);
  if (parsed === undefined) throw new RangeError(`Not a rate in basis points: ${rate}`);
  return parsed;
}

/** Reads a rate in basis points; `undefined` outside 0 to 10 000 or for a fraction of one. */
export function parseBps(rate: number): Bps | undefined {
  return Number.isInteger(rate) && rate >= 0 && rate <= WHOLE_BPS ? (rate as Bps) : undefined;
}

/** The rate's share of an amount, rounded half away from zero. */
export function shareOf(amount: Minor, rate: Bps): Minor {
  return minor(Number(divideRounded(BigInt(amount) * BigInt(rate), BigInt(WHOLE_BPS))));
}
