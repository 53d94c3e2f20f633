import { formatCount } from "../format/numbers";
import type { Locale } from "./locale";
import type { Filling, Text } from "./text";

const rules = new Map<Locale, Intl.PluralRules>();

/** The words of `text` with its placeholders filled; a plural follows `count`. An unknown placeholder stays as written. */
export function fillText(locale: Locale, text: Text, fillings: Readonly<Record<string, Filling>>): string {
  const words = typeof text === "string" ? text : (text[formFor(locale, text, fillings.count)] ?? text.other);
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const filling = fillings[name];
    if (filling === undefined) return whole;
    return typeof filling === "number" ? formatCount(locale, filling) : filling;
  });
}

function formFor(locale: Locale, text: Exclude<Text, string>, count: Filling | undefined): "one" | "other" | "many" {
  if (typeof count !== "number") return "other";
  const category = rulesOf(locale).select(count);
  if (category === "one") return "one";
  return category === "many" && text.many !== undefined ? "many" : "other";
}

function rulesOf(locale: Locale): Intl.PluralRules {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return known;
}
