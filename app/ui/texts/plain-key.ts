import type { TextKey } from "./catalogue";
import { en } from "./en";
import { type NamesIn, placeholdersOf } from "./text";

/** The keys of texts that need nothing filled in: what schemas and tables may carry around. */
export type PlainKey = { [Key in TextKey]: [NamesIn<(typeof en)[Key]>] extends [never] ? Key : never }[TextKey];

/** True for the key of a text without placeholders. */
export function isPlainKey(text: string): text is PlainKey {
  return Object.hasOwn(en, text) && placeholdersOf(en[text as TextKey]).length === 0;
}
