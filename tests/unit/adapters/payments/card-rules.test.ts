import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BEHAVIOURS, behaviourOf } from "~/adapters/payments/sandbox-provider/rules/behaviours";
import { brandOf, isPast, parseCardNumber, parseExpiry } from "~/adapters/payments/sandbox-provider/rules/card-number";
import { costOf } from "~/adapters/payments/sandbox-provider/rules/settlement-cost";
import { parseCurrency } from "~/domain/kernel/currency";

/** Stripe's published test numbers by network, and neighbours with a wrong check digit. */
const VALID = [
  ["4242424242424242", "visa"],
  ["4000056655665556", "visa"],
  ["5555555555554444", "mastercard"],
  ["2223003122003222", "mastercard"],
  ["5200828282828210", "mastercard"],
  ["5105105105105100", "mastercard"],
  ["378282246310005", "amex"],
  ["371449635398431", "amex"],
  ["6011111111111117", "discover"],
  ["6011000990139424", "discover"],
  ["6011981111111113", "discover"],
  ["3056930009020004", "diners"],
  ["36227206271667", "diners"],
  ["6555900000604105", "discover"],
  ["3566002020360505", "jcb"],
  ["6200000000000005", "unionpay"],
] as const;
const INVALID = ["", "4242", "4242 4242 4242 4241", "42424242424242424242", "abcdefghijklmnop", "0000000000000001", "4242424242424243"];

describe("a card number", () => {
  it.each(VALID)("%s is one of %s", (number, brand) => {
    expect(parseCardNumber(number)).toBe(number);
    expect(parseCardNumber(` ${number.replace(/(\d{4})(?=\d)/g, "$1 ")} `)).toBe(number);
    expect(brandOf(number)).toBe(brand);
    expect(behaviourOf(number)).toBe("succeeds");
  });

  it.each([...INVALID, ...VALID.map(([number]) => `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`)])("%s is none", (number) => {
    expect(parseCardNumber(number)).toBeUndefined();
  });

  it("of a network nobody knows is just a card, and somebody's own is no test card", () => {
    expect(brandOf("9999999999999995")).toBe("card");
    expect(behaviourOf("4539578763621486")).toBeUndefined();
    expect(behaviourOf("constructor")).toBeUndefined();
  });

  it("is right for every card of the published list, when that list is there", () => {
    const file = "../shared/data/vectors/cards/behaviours.md";
    const text = existsSync(file) ? readFileSync(file, "utf8") : VALID.map(([number]) => number).join(" ");
    const numbers = text.match(/\b\d{14,16}\b/g) ?? [];
    expect(numbers.length).toBeGreaterThan(15);
    expect(numbers.filter((number) => parseCardNumber(number) === undefined || behaviourOf(number) === undefined)).toEqual([]);
  });
});

it.each([
  ["08/28", "2028-08"],
  ["8/28", "2028-08"],
  ["0828", "2028-08"],
  ["08 / 2028", "2028-08"],
  ["12-99", "2099-12"],
  ["13/28", undefined],
  ["00/28", undefined],
  ["08", undefined],
  ["08/1928", undefined],
  ["ab/cd", undefined],
  ["", undefined],
])("the expiry %s is %s", (text, expires) => {
  expect(parseExpiry(text)).toBe(expires);
});

it("a card is good to the end of its month in the last zone of the earth", () => {
  expect(isPast("2028-08", Date.UTC(2028, 8, 1, 11, 59))).toBe(false);
  expect(isPast("2028-08", Date.UTC(2028, 8, 1, 12, 0))).toBe(true);
  expect(isPast("2028-08", Date.UTC(2020, 0))).toBe(false);
});

it.each([
  ["EUR", 5_897, 108],
  ["EUR", 1_250, 43],
  ["EUR", 1_249, 42],
  ["EUR", 1, 1],
  ["JPY", 12_800, 204],
  ["KWD", 10_000, 390],
])("a capture in %s of %d costs %d", (code, amountMinor, cost) => {
  const currency = parseCurrency(code);
  expect(currency && costOf(amountMinor, currency)).toBe(cost);
});

it("every behaviour has a card that shows it", () => {
  const text = readFileSync("app/adapters/payments/sandbox-provider/rules/behaviours.ts", "utf8");
  for (const name of Object.keys(BEHAVIOURS)) expect(text).toMatch(new RegExp(`"\\d{14,16}": "${name}"`));
});
