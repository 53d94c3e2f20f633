import type { Catalogue } from "./catalogue";
import type { Locale } from "./locale";
import { learn } from "./spoken";
import { createTexts } from "./texts";

/** Each language is a file of its own: a reader fetches one, not all. */
const LOADERS: Readonly<Record<Locale, () => Promise<Catalogue>>> = {
  en: async () => (await import("./en")).en,
  fr: async () => (await import("./fr")).fr,
};

/** Brings a language's words to the browser before the page comes to life. */
export async function loadTexts(locale: Locale): Promise<void> {
  learn(createTexts(locale, await LOADERS[locale]()));
}
