import { type Locale, parseLocale } from "./locale";

/** Remembers the reader's choice on their device; names nobody. */
export const LOCALE_COOKIE = "vitrine_locale";

/** Longer headers than any browser sends are cut. */
const LONGEST_HEADER = 500;

/** The cookie's language when it is one of ours, else the best of `Accept-Language`, else English. */
export function chooseLocale(headers: { readonly cookie?: string | undefined; readonly acceptLanguage?: string | undefined }): Locale {
  return localeInCookie(headers.cookie ?? "") ?? bestAccepted(headers.acceptLanguage ?? "") ?? "en";
}

function localeInCookie(cookie: string): Locale | undefined {
  const parts = cookie.split(";").map((part) => part.trim());
  const found = parts.find((part) => part.startsWith(`${LOCALE_COOKIE}=`));
  return found === undefined ? undefined : parseLocale(found.slice(LOCALE_COOKIE.length + 1));
}

/** RFC 9110 §12.5.4: ranges with weights; the first of the heaviest wins. */
function bestAccepted(header: string): Locale | undefined {
  const ranges = header.slice(0, LONGEST_HEADER).split(",").map(parseRange);
  return ranges.filter((range) => range.locale !== undefined && range.weight > 0).sort((a, b) => b.weight - a.weight)[0]?.locale;
}

function parseRange(range: string): { readonly locale: Locale | undefined; readonly weight: number } {
  const [tag = "", ...parameters] = range.split(";");
  const weights = parameters.map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/i.exec(parameter)?.[1]);
  return { locale: parseLocale(tag), weight: Number(weights.find((weight) => weight !== undefined) ?? "1") };
}
