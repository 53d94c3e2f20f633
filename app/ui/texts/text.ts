/** Forms of a text that depend on `{count}`; the categories are those of Unicode CLDR's plural rules. */
export type Plural = { readonly one: string; readonly other: string; readonly many?: string };

/** One entry of a catalogue: words with `{name}` placeholders. */
export type Text = string | Plural;

/** What a placeholder may be filled with; numbers are written in the reader's conventions. */
export type Filling = string | number;

type Placeholders<Words extends string> = Words extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

/** The names a catalogue entry wants filled, so that a forgotten one does not compile. */
export type NamesIn<Entry extends Text> = Entry extends string
  ? Placeholders<Entry>
  : Entry extends Plural
    ? "count" | Placeholders<Entry["other"]> | Placeholders<Entry["one"]>
    : never;

/** The placeholder names of an entry, sorted, as the test that compares languages needs them. */
export function placeholdersOf(text: Text): readonly string[] {
  const words = typeof text === "string" ? text : `${text.one}${text.other}${text.many ?? ""}{count}`;
  return [...new Set([...words.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""))].sort();
}
