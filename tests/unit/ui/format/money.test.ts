import { expect, it } from "vitest";
import { type Currency, parseCurrency } from "~/domain/kernel/currency";
import { formatMoney, formatRoundMoney, formatShortMoney } from "~/ui/format/money";

function currency(code: string): Currency {
  return parseCurrency(code) ?? expect.unreachable();
}

it("writes minor units by locale and currency", () => {
  expect(formatMoney("en", 921_460, currency("EUR"))).toBe("€9,214.60");
  expect(formatMoney("fr", 921_460, currency("EUR"))).toBe("9\u00a0214,60\u00a0€");
  expect(formatMoney("en", 18_400, currency("JPY"))).toBe("¥18,400");
  expect(formatMoney("en", 31_240, currency("USD"))).toBe("$312.40");
  expect(formatMoney("en", 1_005, currency("KWD"))).toContain("1.005");
});

it("shows a loss with a real minus in front", () => {
  expect(formatMoney("en", -3_820, currency("EUR"))).toBe("−€38.20");
  expect(formatMoney("fr", -3_820, currency("EUR"))).toBe("−38,20\u00a0€");
});

it("is exact where a float would round", () => {
  expect(formatMoney("en", 9_007_199_254_740_991, currency("EUR"))).toBe("€90,071,992,547,409.91");
});

it("refuses what is no amount", () => {
  expect(() => formatMoney("en", 1.5, currency("EUR"))).toThrow(RangeError);
});

it("drops zero decimals on axes and shortens large ticks", () => {
  expect(formatRoundMoney("en", 50_000, currency("EUR"))).toBe("€500");
  expect(formatRoundMoney("en", 50_050, currency("EUR"))).toBe("€500.50");
  expect(formatShortMoney("en", 1_250_000, currency("EUR"))).toBe("€12.5k");
  expect(formatShortMoney("fr", 1_250_000, currency("EUR"))).toBe("12,5\u00a0k\u00a0€");
});
