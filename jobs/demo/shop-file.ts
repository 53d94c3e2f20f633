import { stringify } from "csv-stringify/sync";
import { parseCurrency } from "~/domain/kernel/currency";
import { minor, toDecimalText } from "~/domain/kernel/money";
import type { DemoBrand, DemoPicture, DemoProduct, DemoVariant } from "./data/types";

const OPTION_SLOTS = [1, 2, 3] as const;

/** The brand's products as the CSV file its shop system would export: one row per variant, then one per picture left over. */
export function shopFile(brand: DemoBrand, products: readonly DemoProduct[]): string {
  const currency = parseCurrency(brand.currency);
  if (currency === undefined) throw new Error(`${brand.slug} sells in an unknown currency`);
  const price = (amount: number | undefined): string => (amount === undefined ? "" : toDecimalText(minor(amount), currency));
  const rows = products.flatMap((product) => [
    ...product.variants.map((variant, index) => ({
      ...(index === 0 ? headOf(brand, product) : { Handle: product.handle }),
      ...optionCells(product, variant),
      "Variant SKU": variant.sku,
      "Variant Price": price(variant.priceMinor),
      "Variant Compare At Price": price(variant.compareAtMinor),
      "Variant Inventory Qty": String(variant.stock),
      "Variant Image": pictureOf(product, variant)?.file ?? "",
      ...pictureCells(product.pictures[index], index),
    })),
    ...product.pictures.slice(product.variants.length).map((picture, index) => ({
      Handle: product.handle,
      ...pictureCells(picture, product.variants.length + index),
    })),
  ]);
  return stringify(rows, { header: true, columns: COLUMNS });
}

const COLUMNS = [
  ...["Handle", "Title", "Body (HTML)", "Vendor", "Type"],
  ...OPTION_SLOTS.flatMap((slot) => [`Option${slot} Name`, `Option${slot} Value`]),
  ...["Variant SKU", "Variant Price", "Variant Compare At Price", "Variant Inventory Qty", "Variant Image"],
  ...["Image Src", "Image Position", "Image Alt Text"],
];

function headOf(brand: DemoBrand, product: DemoProduct): Record<string, string> {
  const names = OPTION_SLOTS.map((slot) => [`Option${slot} Name`, product.options[slot - 1]?.name ?? ""] as const);
  return {
    Handle: product.handle,
    Title: product.title,
    "Body (HTML)": `<p>${product.description}</p><p>${product.material}</p>`,
    Vendor: brand.name,
    Type: product.category,
    ...Object.fromEntries(names),
  };
}

function optionCells(product: DemoProduct, variant: DemoVariant): Record<string, string> {
  return Object.fromEntries(product.options.map((option, index) => [`Option${index + 1} Value`, variant.options[option.name] ?? ""]));
}

function pictureOf(product: DemoProduct, variant: DemoVariant): DemoPicture | undefined {
  const values = Object.values(variant.options);
  return product.pictures.find((picture) => values.includes(picture.colour)) ?? product.pictures[0];
}

function pictureCells(picture: DemoPicture | undefined, index: number): Record<string, string> {
  if (picture === undefined) return {};
  return { "Image Src": picture.file, "Image Position": String(index + 1), "Image Alt Text": picture.alt };
}
