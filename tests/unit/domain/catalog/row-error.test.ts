import { expect, it } from "vitest";
import { isRowProblem, rowError, VALUE_SHOWN } from "~/domain/catalog/row-error";

it("says what is wrong, where, and what to do", () => {
  const error = rowError({ line: 3, field: "Variant Price", value: "1.999" }, { kind: "price_decimals", currency: "EUR", places: 2 });
  expect(error).toEqual({
    line: 3,
    field: "Variant Price",
    value: "1.999",
    kind: "price_decimals",
    params: { currency: "EUR", places: 2 },
    message: "EUR has at most 2 decimals. Round the price to that.",
  });
});

it("knows currencies without decimals", () => {
  const error = rowError({ line: 3, field: "Price", value: "1.5" }, { kind: "price_decimals", currency: "JPY", places: 0 });
  expect(error.message).toBe("JPY has no decimals. Round the price to that.");
});

it("cuts long values", () => {
  expect(rowError({ line: 1, field: "Title", value: "x".repeat(500) }, { kind: "text_too_long", max: 255 }).value).toHaveLength(
    VALUE_SHOWN,
  );
});

it("knows what a problem can be called", () => {
  expect(["price_missing", "unheard_of", "toString"].map(isRowProblem)).toEqual([true, false, false]);
});
