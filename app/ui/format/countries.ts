import { conventionsOf, type Locale } from "../texts/locale";

/** A country by its name in the reader's language; its code where the runtime knows no name. */
export function countryName(locale: Locale, country: string): string {
  return new Intl.DisplayNames(conventionsOf(locale), { type: "region" }).of(country) ?? country;
}
