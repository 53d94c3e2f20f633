import type { Branded } from "./branded";
import { type Currency, exponentOf } from "./currency";

/** An amount in a currency's minor units (cents, yen …); always a safe integer, the currency stands beside it. */
export type Minor = Branded<number, "Minor">;

/** Mints an amount; refuses fractions and anything beyond 2^53. */
export function minor(amount: number): Minor {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not an amount in minor units: ${amount}`);
  return (amount === 0 ? 0 : amount) as Minor;
}

/** Adds amounts of one currency. */
export function sumMinor(amounts: Iterable<Minor>): Minor {
  let total = 0;
  for (const amount of amounts) total = minor(total + amount);
  return minor(total);
}

/** A decimal number held exactly: `digits` × 10^-`scale`. */
export type Decimal = { readonly digits: bigint; readonly scale: number };

/**
 * Parses a plain decimal such as `2.55` or `-0.001`; `undefined` for anything else
 * (exponents, grouping, blanks inside). At most 30 characters, so nothing unbounded is computed.
 */
export function parseDecimal(text: string): Decimal | undefined {
  const trimmed = text.trim();
  const match = trimmed.length <= 30 ? /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(trimmed) : null;
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = ""] = match;
  const digits = BigInt(whole + fraction);
  return { digits: sign === "-" ? -digits : digits, scale: fraction.length };
}

/**
 * quantity × unit price in minor units, rounded once, half away from zero.
 * Errors: RangeError when the quantity is no safe integer or the amount passes 2^53.
 */
export function amountOf(unitPrice: Decimal, quantity: number, currency: Currency): Minor {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`Not a quantity: ${quantity}`);
  return toMinor({ digits: unitPrice.digits * BigInt(quantity), scale: unitPrice.scale }, currency);
}

/** A decimal amount of the currency in minor units, rounded half away from zero. */
export function toMinor(amount: Decimal, currency: Currency): Minor {
  const shift = exponentOf(currency) - amount.scale;
  const scaled = shift >= 0 ? amount.digits * 10n ** BigInt(shift) : divideRounded(amount.digits, 10n ** BigInt(-shift));
  return minor(Number(scaled));
}

/** dividend ÷ divisor (divisor > 0), rounded half away from zero: 5/2 → 3, −5/2 → −3. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError(`Divisor must be positive: ${divisor}`);
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -rounded : rounded;
}

/** The amount as plain decimal text with the currency's own number of places, e.g. `12.90`, `1280`, `0.500`. */
export function toDecimalText(amount: Minor, currency: Currency): string {
  const places = exponentOf(currency);
  const digits = String(Math.abs(amount)).padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return amount < 0 ? `-${text}` : text;
}
