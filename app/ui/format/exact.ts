import { conventionsOf, type Locale } from "../texts/locale";
import { steady } from "./numbers";

/** A plain decimal with every digit it has, grouped and with the language's own comma: `5.376` · `5,376`. */
export function formatExact(locale: Locale, text: string): string {
  const places = text.split(".")[1]?.length ?? 0;
  const format = new Intl.NumberFormat(conventionsOf(locale), { minimumFractionDigits: places, maximumFractionDigits: places });
  return steady(isDecimal(text) ? format.format(text) : text);
}

function isDecimal(text: string): text is `${number}` {
  return /^\d+(\.\d+)?$/.test(text);
}
