import { en } from "./en";
import { fr } from "./fr";
import type { Locale } from "./locale";
import { learn } from "./spoken";
import { createTexts, type Texts } from "./texts";

const TEXTS: Readonly<Record<Locale, Texts>> = { en: createTexts("en", en), fr: createTexts("fr", fr) };

// On the server every page may speak any language; the browser loads its own (see `load-texts.ts`).
for (const texts of Object.values(TEXTS)) learn(texts);

/** The words of a language, on the server. */
export function textsFor(locale: Locale): Texts {
  return TEXTS[locale];
}
