import { expect, it } from "vitest";
import { en } from "~/ui/texts/en";
import { fr } from "~/ui/texts/fr";
import { placeholdersOf, type Text } from "~/ui/texts/text";
import { listSourceFiles } from "./rules/source-files";
import { unusedKeys } from "./rules/text-keys";

const english: Readonly<Record<string, Text>> = en;
const french: Readonly<Record<string, Text>> = fr;

it("says nothing nobody hears: every key is used", () => {
  expect(unusedKeys(Object.keys(english), listSourceFiles())).toEqual([]);
});

it("has the same keys in every language", () => {
  expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
});

it("asks for the same fillings in every language", () => {
  const filled = (texts: Readonly<Record<string, Text>>): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, placeholdersOf(text)]));
  expect(filled(french)).toEqual(filled(english));
});

it("tells used keys from unused ones", () => {
  const text = "const a = t('a.b'); const c = t(`c.$" + "{id}.title`); const d = `$" + "{a}`;";
  const keys = ["a.b", "a.x", "c.one.title", "c.one.body", "d.d"];
  expect(unusedKeys(keys, [{ path: "app/ui/a.tsx", text }])).toEqual(["a.x", "c.one.body", "d.d"]);
  expect(unusedKeys(["a.b"], [{ path: "app/ui/texts/en.ts", text }])).toEqual(["a.b"]);
});
