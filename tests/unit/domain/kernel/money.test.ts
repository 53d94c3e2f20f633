import { describe, expect, it } from "vitest";
import { type Currency, parseCurrency } from "~/domain/kernel/currency";
import { amountOf, divideRounded, minor, parseDecimal, sumMinor, toDecimalText, toMinor } from "~/domain/kernel/money";

function currency(code: string): Currency {
  const parsed = parseCurrency(code);
  if (parsed === undefined) throw new Error(code);
  return parsed;
}

function decimal(text: string) {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

describe("minor", () => {
  it("takes safe integers only, and knows no negative zero", () => {
    expect(minor(-0)).toBe(0);
    expect(Object.is(minor(-0), 0)).toBe(true);
    for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(() => minor(bad)).toThrow(RangeError);
  });
});

describe("parseDecimal", () => {
  it("keeps every decimal", () => {
    expect(parseDecimal("2.5500")).toEqual({ digits: 25500n, scale: 4 });
    expect(parseDecimal(" -0.001 ")).toEqual({ digits: -1n, scale: 3 });
    expect(parseDecimal("12.")).toEqual({ digits: 12n, scale: 0 });
  });

  it("refuses what is not a plain decimal", () => {
    for (const bad of ["", "1e3", "1,5", "1 000", "abc", "--1", ".", "NaN", "9".repeat(31)]) expect(parseDecimal(bad)).toBeUndefined();
  });
});

describe("amountOf", () => {
  it("multiplies before it rounds, once, half away from zero", () => {
    expect(amountOf(decimal("0.005"), 1, currency("EUR"))).toBe(1);
    expect(amountOf(decimal("0.005"), 3, currency("EUR"))).toBe(2);
    expect(amountOf(decimal("-0.005"), 1, currency("EUR"))).toBe(-1);
    expect(amountOf(decimal("2.55"), 6, currency("GBP"))).toBe(1530);
  });

  it("follows the currency's own exponent", () => {
    expect(toMinor(decimal("12.5"), currency("JPY"))).toBe(13);
    expect(toMinor(decimal("12.5"), currency("KWD"))).toBe(12_500);
    expect(toMinor(decimal("12.5"), currency("EUR"))).toBe(1_250);
  });

  it("refuses quantities and amounts that are no safe integers", () => {
    expect(() => amountOf(decimal("1"), 1.5, currency("EUR"))).toThrow(RangeError);
    expect(() => amountOf(decimal("99999999999999999999"), 1, currency("EUR"))).toThrow(RangeError);
  });
});

describe("divideRounded", () => {
  it("rounds half away from zero on both sides", () => {
    expect([5n, -5n, 4n, -4n, 1n, 0n].map((dividend) => divideRounded(dividend, 2n))).toEqual([3n, -3n, 2n, -2n, 1n, 0n]);
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError);
  });
});

describe("sumMinor and toDecimalText", () => {
  it("adds up exactly and prints the currency's own places", () => {
    expect(sumMinor([minor(1), minor(2), minor(-4)])).toBe(-1);
    expect(() => sumMinor([minor(Number.MAX_SAFE_INTEGER), minor(1)])).toThrow(RangeError);
    expect(toDecimalText(minor(-5), currency("EUR"))).toBe("-0.05");
    expect(toDecimalText(minor(1_280), currency("JPY"))).toBe("1280");
    expect(toDecimalText(minor(500), currency("KWD"))).toBe("0.500");
  });
});
