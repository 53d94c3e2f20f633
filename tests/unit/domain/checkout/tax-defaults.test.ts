import { expect, it } from "vitest";
import { standardTaxBps, TAXED_COUNTRIES } from "~/domain/checkout/tax-defaults";

it("knows standard rates, and none where goods leave untaxed", () => {
  expect(["FR", "DE", "FI", "CH", "JP", "US", "BR"].map(standardTaxBps)).toEqual([2_000, 1_900, 2_550, 810, 1_000, 0, 0]);
});

it("has a rate for every country of the European Union", () => {
  const union = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");
  expect(union.filter((country) => standardTaxBps(country) === 0)).toEqual([]);
  expect(TAXED_COUNTRIES).toEqual(expect.arrayContaining(union));
});
