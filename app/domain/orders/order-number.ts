/** Digits and capitals nobody mixes up aloud or on paper: without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const ALPHABET = "34679ACDEFGHJKMNPQRTWXY";

/** One letter, a hyphen and four characters are 5 million numbers; each try after that takes one more. */
const SHORTEST = 4;

/**
 * A number people can read to each other, such as `C-7F3K`, made of a secret. `attempt` counts from 0: the
 * caller tries again while a number is taken, and from the third try on they grow.
 */
export function orderNumber(secret: string, attempt: number): string {
  const length = 1 + SHORTEST + Math.max(0, attempt - 1);
  let left = digest(`${attempt}:${secret}`);
  let text = "";
  for (let at = 0; at < length; at++) {
    text += ALPHABET[Number(left % BigInt(ALPHABET.length))];
    left /= BigInt(ALPHABET.length);
  }
  return `${text.slice(0, 1)}-${text.slice(1)}`;
}

/** An order number as people type it; `undefined` for what cannot be one. */
export function parseOrderNumber(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "");
  if (plain.length <= SHORTEST || plain.length > 16 || [...plain].some((letter) => !ALPHABET.includes(letter))) return undefined;
  return `${plain.slice(0, 1)}-${plain.slice(1)}`;
}

const MODULUS = 2n ** 127n - 1n;

/** Spreads a text over the numbers below 2^127 − 1; chance comes from the secret, not from here. */
function digest(text: string): bigint {
  let sum = 0n;
  for (const letter of text) sum = (sum * 1_000_003n + BigInt(letter.codePointAt(0) ?? 0) + 1n) % MODULUS;
  return (sum * 0x9e3779b97f4a7c15f39cc0605cedc835n) % MODULUS;
}
