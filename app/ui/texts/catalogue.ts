import type { en } from "./en";
import type { Text } from "./text";

/** Every key of the English catalogue, the source of keys. */
export type TextKey = keyof typeof en;

/** A whole language: each key of the English catalogue has its words. */
export type Catalogue = Readonly<Record<TextKey, Text>>;

/** Makes a language answer for every key of an English area, and for no other. */
export type AreaOf<English> = { readonly [Key in keyof English]: Text };
