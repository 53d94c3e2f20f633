import { expect, it } from "vitest";
import { collectErrors, groupRows } from "~/domain/catalog/product-rows";
import { readOptions, readOptionValues } from "~/domain/catalog/read-options";
import { feedOf } from "~tests/support/feeds";

function read(rows: Parameters<typeof feedOf>[0]) {
  const feed = feedOf(rows.map((row) => ({ handle: "a", ...row })));
  const { errors, complain } = collectErrors(feed);
  const product = groupRows(feed, complain)[0];
  if (product === undefined) throw new Error("no product");
  const options = readOptions(product, complain);
  const values = product.rows.map((row) => readOptionValues(row, options, complain));
  return { names: options.map(({ name }) => name), values, errors: errors.map(({ line, kind }) => [line, kind]) };
}

it("takes the names from the first row and the values from each", () => {
  const told = read([
    { option1Name: "Size", option1Value: "S", option2Name: "Colour", option2Value: "Red" },
    { option1Value: "M", option2Value: "Red" },
  ]);
  expect(told).toEqual({
    names: ["Size", "Colour"],
    values: [
      ["S", "Red"],
      ["M", "Red"],
    ],
    errors: [],
  });
});

it("reads Title with Default Title as no options, and as an option otherwise", () => {
  expect(read([{ option1Name: "Title", option1Value: "Default Title" }]).names).toEqual([]);
  expect(read([{ option1Name: "Title", option1Value: "Mr" }]).names).toEqual(["Title"]);
  expect(read([{ price: "1" }]).names).toEqual([]);
});

it("complains of values without a name, names without a value, names that differ and names used twice", () => {
  expect(read([{ price: "1", option1Value: "S" }]).errors).toEqual([[2, "option_name_missing"]]);
  expect(read([{ option1Name: "Size", option1Value: "S" }, { price: "1" }]).errors).toEqual([[3, "option_value_missing"]]);
  expect(
    read([
      { option1Name: "Size", option1Value: "S" },
      { option1Name: "Length", option1Value: "M" },
    ]).errors,
  ).toEqual([[3, "option_name_differs"]]);
  expect(read([{ option1Name: "Size", option1Value: "S", option2Name: "Size", option2Value: "L" }]).errors).toEqual([
    [2, "option_name_repeated"],
  ]);
});
