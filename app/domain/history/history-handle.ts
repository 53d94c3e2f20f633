/**
 * A product handle for a stock code: readable, and different for different codes, also for those that differ
 * in capitals only (85123A and 85123a are two products). Letters a–z and digits stand for themselves, a
 * capital is `_` and its small letter, anything else `_0`, its code point in hexadecimal, `_`.
 */
export function historyHandle(code: string): string {
  return `code-${[...code].map(handlePart).join("")}`;
}

function handlePart(character: string): string {
  if (/[a-z0-9]/.test(character)) return character;
  if (/[A-Z]/.test(character)) return `_${character.toLowerCase()}`;
  return `_0${(character.codePointAt(0) ?? 0).toString(16)}_`;
}
