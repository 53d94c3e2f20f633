import { expect, it } from "vitest";
import { fillText } from "~/ui/texts/fill-text";
import { parseLocale } from "~/ui/texts/locale";
import { textsFor } from "~/ui/texts/texts-for";

const orders = { one: "{count} commande", other: "{count} commandes" };

it("fills placeholders and writes numbers as the language does", () => {
  expect(fillText("en", "{name}: {size}", { name: "Net", size: 1_204 })).toBe("Net: 1,204");
  expect(fillText("fr", "{size}", { size: 1_204 })).toBe("1\u00a0204");
});

it("leaves an unknown placeholder as written and does not fill what was filled in", () => {
  expect(fillText("en", "{a} {b}", { a: "{b}" })).toBe("{b} {b}");
});

it("follows the plural rules of the language: zero is singular in French, plural in English", () => {
  expect(fillText("fr", orders, { count: 0 })).toBe("0 commande");
  expect(fillText("fr", orders, { count: 2 })).toBe("2 commandes");
  expect(textsFor("en").t("catalog.variants", { count: 0 })).toBe("0 variants");
  expect(textsFor("en").t("catalog.variants", { count: 1 })).toBe("1 variant");
});

it("knows its languages by any regional tag", () => {
  expect([parseLocale("fr-CA"), parseLocale(" EN "), parseLocale("de")]).toEqual(["fr", "en", undefined]);
});
