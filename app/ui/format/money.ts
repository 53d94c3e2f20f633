import { type Currency, exponentOf } from "~/domain/kernel/currency";
import { minor, toDecimalText } from "~/domain/kernel/money";
import { conventionsOf, type Locale } from "../texts/locale";
import { MINUS, steady } from "./numbers";

const formats = new Map<string, Intl.NumberFormat>();

/**
 * An amount in minor units as people read it: €9,214.60 · 9 214,60 € · ¥18,400. Exact for any safe integer,
 * because the decimal text and not a float is formatted.
 */
export function formatMoney(locale: Locale, amountMinor: number, currency: Currency): string {
  return written(formatOf(locale, currency, exponentOf(currency)), amountMinor, currency);
}

/** The amount without decimals when they are all zero: axis labels. */
export function formatRoundMoney(locale: Locale, amountMinor: number, currency: Currency): string {
  const places = exponentOf(currency);
  const round = amountMinor % 10 ** places === 0;
  return written(formatOf(locale, currency, round ? 0 : places), amountMinor, currency);
}

/** The amount shortened for narrow axes: €12K · 12 k €. Only for ticks, never for a figure somebody is owed. */
export function formatShortMoney(locale: Locale, amountMinor: number, currency: Currency): string {
  const format = new Intl.NumberFormat(conventionsOf(locale), {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    notation: "compact",
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
  return steady(format.format(amountMinor / 10 ** exponentOf(currency)));
}

function formatOf(locale: Locale, currency: Currency, places: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${places}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(conventionsOf(locale), {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    });
  formats.set(key, format);
  return format;
}

function written(format: Intl.NumberFormat, amountMinor: number, currency: Currency): string {
  const text = toDecimalText(minor(Math.abs(amountMinor)), currency);
  const words = steady(isNumeric(text) ? format.format(text) : text);
  return amountMinor < 0 ? `${MINUS}${words}` : words;
}

function isNumeric(text: string): text is `${number}` {
  return /^\d+(\.\d+)?$/.test(text);
}
