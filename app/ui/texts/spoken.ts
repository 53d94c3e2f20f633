import type { Locale } from "./locale";
import type { Texts } from "./texts";

/** The languages this process has at hand: all on the server, the page's own in a browser. */
const spoken = new Map<Locale, Texts>();

/** Makes a language's words available to the pages. */
export function learn(texts: Texts): void {
  spoken.set(texts.locale, texts);
}

/**
 * The words of a language; in a browser that was given another one, those. Errors: throws when none was learnt,
 * which only a page started without `loadTexts` can cause.
 */
export function textsSpoken(locale: Locale): Texts {
  const texts = spoken.get(locale) ?? [...spoken.values()][0];
  if (texts === undefined) throw new Error(`No texts are loaded for ${locale}.`);
  return texts;
}
