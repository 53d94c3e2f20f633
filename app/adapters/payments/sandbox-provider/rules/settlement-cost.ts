import { type Currency, exponentOf } from "~/domain/kernel/currency";
import { divideRounded, type Minor, minor } from "~/domain/kernel/money";

/** 1.4 % of what is captured. */
const RATE_BPS = 140n;

/** And a quarter of a unit each: 25 cents. Where the unit is not divided (JPY), 25 of it, which is less. */
const FIXED_MINOR = 25;

/** What the provider keeps of one capture, rounded half away from zero; never more than the capture. */
export function costOf(capturedMinor: number, currency: Currency): Minor {
  const share = divideRounded(BigInt(capturedMinor) * RATE_BPS, 10_000n);
  const fixed = FIXED_MINOR * 10 ** Math.max(0, exponentOf(currency) - 2);
  return minor(Math.min(capturedMinor, Number(share) + fixed));
}
