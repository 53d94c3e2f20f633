import { expect, it } from "vitest";
import { chooseLocale } from "~/ui/texts/choose-locale";

it.each([
  [undefined, undefined, "en"],
  [undefined, "fr", "fr"],
  [undefined, "fr-CA", "fr"],
  [undefined, "de-DE,de;q=0.9", "en"],
  [undefined, "en;q=0.3, fr;q=0.7", "fr"],
  [undefined, "fr;q=0, en;q=0.1", "en"],
  [undefined, "*", "en"],
  [undefined, "fr;q=nonsense", "fr"],
  ["vitrine_locale=fr", "en", "fr"],
  ["a=1; vitrine_locale=en; b=2", "fr", "en"],
  ["vitrine_locale=xx", "fr", "fr"],
  ["xvitrine_locale=fr", "en", "en"],
])("cookie %j and Accept-Language %j give %s", (cookie, acceptLanguage, locale) => {
  expect(chooseLocale({ cookie, acceptLanguage })).toBe(locale);
});
