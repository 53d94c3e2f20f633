/** Networks by the first digits. Source: ISO/IEC 7812 ranges as the networks publish them; the first match counts. */
const NETWORKS: readonly { readonly brand: string; readonly prefix: RegExp }[] = [
  { brand: "amex", prefix: /^3[47]/ },
  { brand: "diners", prefix: /^3(?:0[0-5]|[689])/ },
  { brand: "jcb", prefix: /^35(?:2[89]|[3-8])/ },
  { brand: "unionpay", prefix: /^62/ },
  { brand: "discover", prefix: /^6(?:011|4[4-9]|5)/ },
  { brand: "mastercard", prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/ },
  { brand: "visa", prefix: /^4/ },
];

/** The digits of a number as people type it, in groups; `undefined` when it cannot be a card's: 13 to 19 digits, check digit right. */
export function parseCardNumber(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, "");
  return /^\d{13,19}$/.test(digits) && passesLuhn(digits) ? digits : undefined;
}

/** The network's name, `card` when it is none we know. */
export function brandOf(digits: string): string {
  return NETWORKS.find(({ prefix }) => prefix.test(digits))?.brand ?? "card";
}

/** Digits of the code on the card: four for American Express, three for all others. */
export function cvcLength(brand: string): number {
  return brand === "amex" ? 4 : 3;
}

/** `MM/YY`, `MM/YYYY` or without the stroke, as `YYYY-MM`; `undefined` when there is no such month. */
export function parseExpiry(text: string): string | undefined {
  const match = /^\s*(0?[1-9]|1[0-2])\s*[/\-. ]?\s*(?:20)?(\d{2})\s*$/.exec(text);
  return match === null ? undefined : `20${match[2]}-${match[1]?.padStart(2, "0")}`;
}

/** A card is good to the end of its month, wherever on earth that is last. `month` is `YYYY-MM`. */
export function isPast(month: string, nowMs: number): boolean {
  const LAST_ZONE_MS = 12 * 3_600_000;
  return month < new Date(nowMs - LAST_ZONE_MS).toISOString().slice(0, 7);
}

/** The check digit of ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = digit * 2;
    sum += at % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
