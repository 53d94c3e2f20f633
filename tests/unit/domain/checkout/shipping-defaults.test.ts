import { expect, it } from "vitest";
import { defaultShipping } from "~/domain/checkout/shipping-defaults";
import type { Currency } from "~/domain/kernel/currency";

it("offers two ways at home and one to each other country, once each", () => {
  const options = defaultShipping("FR", "EUR" as Currency);
  expect(options.filter(({ country }) => country === "FR").map(({ amountMinor }) => amountMinor)).toEqual([490, 990]);
  expect(options.filter(({ country }) => country === "DE").map(({ amountMinor }) => amountMinor)).toEqual([1_290]);
  expect(new Set(options.map(({ country, position }) => `${country} ${position}`)).size).toBe(options.length);
});

it("keeps prices sensible whatever the currency's decimals", () => {
  const first = (code: string) => defaultShipping("JP", code as Currency)[0]?.amountMinor;
  expect([first("JPY"), first("EUR"), first("KWD")]).toEqual([490, 490, 4_900]);
});
