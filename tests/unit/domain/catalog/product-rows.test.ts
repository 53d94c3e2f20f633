import { expect, it } from "vitest";
import { collectErrors, firstFilled, groupRows, isVariantRow } from "~/domain/catalog/product-rows";
import { feedOf } from "~tests/support/feeds";

function group(rows: Parameters<typeof feedOf>[0]) {
  const feed = feedOf(rows);
  const { errors, complain } = collectErrors(feed);
  return { products: groupRows(feed, complain), errors };
}

it("groups rows by handle wherever they stand, capitals aside", () => {
  const { products } = group([{ handle: "Tee" }, { handle: "mug" }, { handle: "tee" }]);
  expect(products.map(({ handle, rows }) => [handle, rows.map(({ line }) => line)])).toEqual([
    ["tee", [2, 4]],
    ["mug", [3]],
  ]);
});

it("complains of missing and impossible handles, long texts and unreadable characters", () => {
  const { errors } = group([
    { title: "no handle" },
    { handle: "a/b" },
    { handle: "ok", title: "x".repeat(256) },
    { handle: "ok", vendor: "caf\uFFFD" },
    { handle: "ok", sku: "a\0b" },
    { handle: "ok", description: "x\ty\nz".repeat(20_000) },
    { handle: "ok", option1Value: "bell\u0007" },
  ]);
  expect(errors.map(({ line, field, kind }) => [line, field, kind])).toEqual([
    [2, "handle", "handle_missing"],
    [3, "handle", "handle_invalid"],
    [4, "title", "text_too_long"],
    [5, "vendor", "character_unreadable"],
    [6, "sku", "character_unreadable"],
    [8, "option1Value", "character_unreadable"],
  ]);
});

it("tells variant rows from rows that only carry a picture", () => {
  const [variant, option, picture] = feedOf([
    { price: "1" },
    { option2Value: "Red" },
    { imageUrl: "https://img.example/a.jpg", imageAlt: "a" },
  ]).rows;
  expect([variant, option, picture].map((row) => row !== undefined && isVariantRow(row))).toEqual([true, true, false]);
});

it("finds the first row that fills a field, else the product's first", () => {
  const [product] = group([{ handle: "a" }, { handle: "a", vendor: "V" }]).products;
  if (product === undefined) throw new Error("no product");
  expect(firstFilled(product, "vendor").line).toBe(3);
  expect(firstFilled(product, "status").line).toBe(2);
});
