import { expect, it } from "vitest";
import { readPrice } from "~/domain/catalog/read-price";
import type { Currency } from "~/domain/kernel/currency";

const read = (text: string, currency = "EUR") => readPrice(text, currency as Currency);
const kindOf = (text: string, currency = "EUR") => {
  const price = read(text, currency);
  return price.ok ? price.value : price.error.kind;
};

it("reads decimals of the brand's currency", () => {
  expect(["19.90", "19.9", "19", "0", "19."].map((text) => kindOf(text))).toEqual([1990, 1990, 1900, 0, 1900]);
  expect(kindOf("1280", "JPY")).toBe(1280);
  expect(kindOf("0.125", "KWD")).toBe(125);
});

it("ignores zeros beyond the currency's decimals, which exports write", () => {
  expect(kindOf("1280.00", "JPY")).toBe(1280);
  expect(kindOf("19.9000")).toBe(1990);
});

it("refuses everything else with its reason", () => {
  expect(kindOf("")).toBe("price_missing");
  for (const text of ["abc", "19,90", "€5", "1e3", "1 000", "--1", "NaN", "９"]) expect(kindOf(text)).toBe("price_not_a_number");
  expect(kindOf("-1")).toBe("price_negative");
  expect(kindOf("19.999")).toBe("price_decimals");
  expect(kindOf("0.5", "JPY")).toBe("price_decimals");
  expect(kindOf("99999999999")).toBe("price_too_high");
});
