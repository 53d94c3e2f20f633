/** dividend ÷ divisor, both not negative, half up. */
export function roundHalfUp(dividend: bigint, divisor: bigint): bigint {
  const whole = dividend / divisor;
  return (dividend - whole * divisor) * 2n >= divisor ? whole + 1n : whole;
}

/** Shares a whole over weights: everybody's whole part, then one each by the size of what was cut off, first come first. */
export function shareOut(whole: bigint, weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (all === 0n) return weights.map((_, index) => (index === 0 ? whole : 0n));
  const parts = weights.map((weight) => (whole * weight) / all);
  const cutOff = weights.map((weight) => (whole * weight) % all);
  let left = whole - parts.reduce((sum, part) => sum + part, 0n);
  while (left > 0n) {
    let best = -1;
    for (const [index, size] of cutOff.entries()) if (size >= 0n && (best < 0 || size > (cutOff[best] as bigint))) best = index;
    parts[best] = (parts[best] as bigint) + 1n;
    cutOff[best] = -1n;
    left -= 1n;
  }
  return parts;
}

const BITS = 200n;
const ONE = 1n << BITS;

/** 2^-(numerator ÷ denominator) as a multiple of 2^-200: whole powers by halving, the rest by one square root for each binary digit. */
export function halvedBy(numerator: bigint, denominator: bigint): bigint {
  let result = ONE >> (numerator / denominator);
  let rest = numerator % denominator;
  let factor = squareRoot(ONE << (BITS - 1n));
  for (let digit = 0; digit < 80; digit++) {
    rest *= 2n;
    if (rest >= denominator) {
      rest -= denominator;
      result = (result * factor) >> BITS;
    }
    factor = squareRoot(factor << BITS);
  }
  return result;
}

/** The whole part of a square root, by Newton's method. */
function squareRoot(of: bigint): bigint {
  let guess = 1n << BigInt((of.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + of / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
