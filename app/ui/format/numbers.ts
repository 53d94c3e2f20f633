import { conventionsOf, type Locale } from "../texts/locale";

/** A no-break space: the one kind used inside numbers, whatever this runtime's Unicode data prefers. */
const NO_BREAK = "\u00a0";
/** The typographic minus, as wide as a figure. */
export const MINUS = "\u2212";
/** What stands where a figure cannot be computed (zero denominator). */
export const NO_FIGURE = "—";

const counts = new Map<Locale, Intl.NumberFormat>();

/** A whole or fractional number, grouped: 38,412 · 38 412. */
export function formatCount(locale: Locale, value: number): string {
  const format = counts.get(locale) ?? new Intl.NumberFormat(conventionsOf(locale), { maximumFractionDigits: 3 });
  counts.set(locale, format);
  return steady(format.format(value));
}

/** A share of 1 as percent: 0.0231 → `2.3 %`; `places` decimals at most. */
export function formatPercent(locale: Locale, share: number, places = 1): string {
  const format = new Intl.NumberFormat(conventionsOf(locale), { maximumFractionDigits: places });
  return `${steady(format.format(share * 100))}${NO_BREAK}%`;
}

/** A number of bytes in KB or MB, as file sizes are told. */
export function formatBytes(locale: Locale, bytes: number): string {
  const [size, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, "megabyte"] : [bytes / 1_000, "kilobyte"];
  const format = new Intl.NumberFormat(conventionsOf(locale), { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 });
  return steady(format.format(size));
}

/** Server and browser may carry different Unicode data: the same minus and the same space keep their words equal. */
export function steady(formatted: string): string {
  return formatted.replace(/[\u202f\u2009 ]/g, NO_BREAK).replace("-", MINUS);
}
