import type { Catalogue, TextKey } from "./catalogue";
import type { en } from "./en";
import { fillText } from "./fill-text";
import type { Locale } from "./locale";
import type { Filling, NamesIn } from "./text";

type Wanted<Key extends TextKey> = [NamesIn<(typeof en)[Key]>] extends [never]
  ? []
  : [fillings: Readonly<Record<NamesIn<(typeof en)[Key]>, Filling>>];

/** The words of one language, ready to be filled. */
export type Texts = {
  readonly locale: Locale;
  readonly t: <Key extends TextKey>(key: Key, ...fillings: Wanted<Key>) => string;
  /** As `t`, where the fillings come as data beside the key, e.g. from a stored refusal. */
  readonly tell: (key: TextKey, fillings: Readonly<Record<string, Filling>>) => string;
};

/** Binds a catalogue to its language. */
export function createTexts(locale: Locale, catalogue: Catalogue): Texts {
  return {
    locale,
    t: (key, ...fillings) => fillText(locale, catalogue[key], fillings[0] ?? {}),
    tell: (key, fillings) => fillText(locale, catalogue[key], fillings),
  };
}
