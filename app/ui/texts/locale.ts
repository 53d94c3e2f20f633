/** The languages Vitrine speaks. */
export const LOCALES = ["en", "fr"] as const;
export type Locale = (typeof LOCALES)[number];

/** What each language calls itself, for the switch. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { en: "English", fr: "Français" };

/** The regional conventions of dates and numbers per language. */
const CONVENTIONS: Readonly<Record<Locale, string>> = { en: "en-GB", fr: "fr-FR" };

/** The BCP 47 tag whose conventions dates and numbers follow. */
export function conventionsOf(locale: Locale): string {
  return CONVENTIONS[locale];
}

/** Parses a language code such as `fr` or `fr-CA`; `undefined` for languages without a catalogue. */
export function parseLocale(text: string): Locale | undefined {
  const language = text.trim().toLowerCase().split("-")[0];
  return LOCALES.find((locale) => locale === language);
}
