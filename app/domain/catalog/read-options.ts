import type { FeedRow } from "./feed";
import { type Complain, firstFilled, isVariantRow, OPTION_FIELDS, type ProductRows } from "./product-rows";

type OptionFields = (typeof OPTION_FIELDS)[number];

/** An option of a product and the columns its values stand in. */
export type ProductOption = { readonly name: string; readonly fields: OptionFields };

/**
 * The product's options: named on its first row, valued on each variant's. "Title" with nothing but
 * "Default Title" is how Shopify writes a product without options.
 */
export function readOptions(product: ProductRows, complain: Complain): readonly ProductOption[] {
  const variants = product.rows.filter(isVariantRow);
  if (isDefaultOnly(product, variants)) return [];
  const options: ProductOption[] = [];
  for (const fields of OPTION_FIELDS) {
    const named = firstFilled(product, fields.name);
    const valued = variants.find((row) => row[fields.value] !== "");
    const name = named[fields.name];
    if (name === "" && valued === undefined) continue;
    if (name === "") complain(valued ?? product.first, fields.name, { kind: "option_name_missing" });
    if (name !== "" && options.some((option) => option.name === name)) complain(named, fields.name, { kind: "option_name_repeated" });
    complainOfOtherNames(product, { name, fields }, complain);
    options.push({ name, fields });
  }
  return options;
}

/** The variant's values in the order of the options, complaining of those left out. */
export function readOptionValues(row: FeedRow, options: readonly ProductOption[], complain: Complain): readonly string[] {
  return options.map(({ name, fields }) => {
    if (row[fields.value] === "" && name !== "") complain(row, fields.value, { kind: "option_value_missing", name });
    return row[fields.value];
  });
}

function complainOfOtherNames(product: ProductRows, option: ProductOption, complain: Complain): void {
  for (const row of product.rows) {
    const own = row[option.fields.name];
    if (own !== "" && own !== option.name) complain(row, option.fields.name, { kind: "option_name_differs", name: option.name });
  }
}

function isDefaultOnly(product: ProductRows, variants: readonly FeedRow[]): boolean {
  if (firstFilled(product, "option1Name").option1Name !== "Title") return false;
  return variants.every((row) => ["Default Title", ""].includes(row.option1Value) && row.option2Value === "" && row.option3Value === "");
}
