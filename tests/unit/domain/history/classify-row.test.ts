import { describe, expect, it } from "vitest";
import { classifyRow, isKey, localTimeOf, MAX_KEY } from "~/domain/history/classify-row";
import { historyRow } from "~tests/support/histories";

const kindOf = (cells: Parameters<typeof historyRow>[0]) => classifyRow(historyRow(cells)).kind;

it("understands a sale, keeping every decimal of its price", () => {
  expect(classifyRow(historyRow({ unitPrice: " 2.5501 ", customer: "17850.0", description: " A HOLDER " }))).toEqual({
    kind: "sale",
    line: {
      code: "85123A",
      description: "A HOLDER",
      quantity: 6,
      unitPrice: { digits: 25501n, scale: 4 },
      unitPriceText: "2.5501",
      customer: "17850",
      country: "United Kingdom",
    },
  });
});

it("understands a cancellation whatever its signs, also at price 0", () => {
  const told = classifyRow(historyRow({ invoice: "C536379", quantity: "-2", unitPrice: "27.50", customer: "" }));
  expect(told).toMatchObject({ kind: "cancellation", line: { quantity: 2, unitPrice: { digits: 2750n, scale: 2 }, customer: null } });
  expect(classifyRow(historyRow({ invoice: "C1", quantity: "3", unitPrice: "-1" }))).toMatchObject({
    kind: "cancellation",
    line: { quantity: 3, unitPriceText: "1" },
  });
  expect(kindOf({ invoice: "C1", quantity: "-1", unitPrice: "0.0" })).toBe("cancellation");
});

describe("skips what is no purchase", () => {
  it("first for its quantity, then for its price, then as malformed", () => {
    expect(kindOf({ quantity: "-6", unitPrice: "0", date: "?" })).toBe("negative_quantity");
    expect(kindOf({ quantity: "6", unitPrice: "0.00", date: "?" })).toBe("zero_price");
    expect(kindOf({ quantity: "?", unitPrice: "0" })).toBe("zero_price");
    expect(kindOf({ quantity: "-6", unitPrice: "?" })).toBe("negative_quantity");
    expect(kindOf({ quantity: "0", unitPrice: "1" })).toBe("malformed");
    expect(kindOf({ quantity: "1", unitPrice: "-11062.06" })).toBe("malformed");
  });

  it.each([
    { date: "" },
    { date: "01/12/2010 08:26" },
    { date: "2010-02-30 08:26:00" },
    { date: "2010-12-01 24:00:00" },
    { date: "1899-12-31 08:26:00" },
    { quantity: "1.5" },
    { quantity: "" },
    { quantity: "1e3" },
    { unitPrice: "" },
    { unitPrice: "2,55" },
    { unitPrice: "NaN" },
    { code: "" },
    { code: "  " },
    { code: "a\0b" },
    { code: "x".repeat(MAX_KEY + 1) },
    { invoice: "" },
    { invoice: "C1", date: "?" },
    { invoice: "C1", quantity: "?" },
    { quantity: "999999999999", unitPrice: "999999999" },
    { ragged: true },
  ])("%o is malformed", (cells) => {
    expect(kindOf(cells)).toBe("malformed");
  });
});

it("takes times with and without seconds, and whole quantities written with a point", () => {
  const row = historyRow({ date: "2010-12-01T08:26", quantity: "6.0" });
  expect(classifyRow(row)).toMatchObject({ kind: "sale", line: { quantity: 6 } });
  expect(localTimeOf(row)).toBe("2010-12-01T08:26:00");
  expect(localTimeOf(historyRow({ date: " 2010-12-01 08:26:59.000 ", quantity: "?" }))).toBe("2010-12-01T08:26:59");
});

it("finds no time in a row whose date cannot be read or told from other cells", () => {
  expect(localTimeOf(historyRow({ date: "yesterday" }))).toBeUndefined();
  expect(localTimeOf(historyRow({ ragged: true }))).toBeUndefined();
});

it("starts cancellations with a capital C only", () => {
  expect(kindOf({ invoice: "c536379" })).toBe("sale");
  expect(kindOf({ invoice: "A563185", quantity: "1", unitPrice: "11062.06" })).toBe("sale");
});

it("knows what can stand as a key", () => {
  expect([isKey("85123A"), isKey(" "), isKey("\0"), isKey("x".repeat(MAX_KEY))]).toEqual([true, false, false, true]);
});
