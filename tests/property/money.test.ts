import fc from "fast-check";
import { expect, it } from "vitest";
import { readPrice } from "~/domain/catalog/read-price";
import { type Currency, exponentOf } from "~/domain/kernel/currency";
import { amountOf, divideRounded, minor, parseDecimal, toDecimalText, toMinor } from "~/domain/kernel/money";

const currency = fc.constantFrom("JPY", "EUR", "KWD").map((code) => code as Currency);

it("reads back what it prints, in currencies with 0, 2 and 3 decimals", () => {
  fc.assert(
    fc.property(currency, fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (code, amount) => {
      const decimal = parseDecimal(toDecimalText(minor(amount), code));
      expect(decimal === undefined ? undefined : toMinor(decimal, code)).toBe(amount === 0 ? 0 : amount);
    }),
  );
});

it("rounds once, half away from zero: never further than half a unit, and like the mirror image", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (dividend, divisor) => {
      const rounded = divideRounded(dividend, divisor);
      const twice = 2n * (rounded * divisor - dividend);
      expect(twice <= divisor && twice >= -divisor).toBe(true);
      expect(divideRounded(-dividend, divisor)).toBe(-rounded);
      if (twice === divisor || twice === -divisor)
        expect((rounded < 0n ? -rounded : rounded) * divisor >= (dividend < 0n ? -dividend : dividend)).toBe(true);
    }),
  );
});

it("keeps every decimal of a price until the line is rounded", () => {
  const price = fc
    .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 9_999 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(4, "0")}`);
  fc.assert(
    fc.property(price, fc.integer({ min: 1, max: 100_000 }), currency, (text, quantity, code) => {
      const decimal = parseDecimal(text);
      if (decimal === undefined) throw new Error(text);
      const exact = BigInt(text.replace(".", "")) * BigInt(quantity) * 10n ** BigInt(exponentOf(code));
      expect(BigInt(amountOf(decimal, quantity, code))).toBe((exact + 5_000n) / 10_000n);
    }),
  );
});

it("takes as a price only what has no more decimals than the currency", () => {
  fc.assert(
    fc.property(currency, fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 4 }), (code, digits, places) => {
      const text =
        places === 0 ? String(digits) : `${Math.floor(digits / 10 ** places)}.${String(digits % 10 ** places).padStart(places, "0")}`;
      const price = readPrice(text, code);
      const fits = (digits * 10 ** exponentOf(code)) % 10 ** places === 0;
      expect(price.ok).toBe(fits);
      if (price.ok) expect(price.value).toBe((digits * 10 ** exponentOf(code)) / 10 ** places);
    }),
  );
});
