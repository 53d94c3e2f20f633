import { expect, it } from "vitest";
import { parseCountry } from "~/domain/catalog/country";

it("takes ISO 3166-1 codes in any capitals", () => {
  expect(["fr", "GB", " us ", "JP", "TW"].map(parseCountry)).toEqual(["FR", "GB", "US", "JP", "TW"]);
});

it("refuses unions, withdrawn and invented codes", () => {
  for (const code of ["EU", "UN", "UK", "SU", "DD", "ZZ", "XX", "QQ", "FRA", "", "1A"]) expect(parseCountry(code)).toBeUndefined();
});

it("knows as many countries as the standard has", () => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  expect(letters.flatMap((a) => letters.filter((b) => parseCountry(a + b) !== undefined))).toHaveLength(249);
});
