import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readShopify, recognizeShopify } from "~/adapters/formats/shopify-csv";
import { draftProducts } from "~/domain/catalog/draft-products";
import type { Currency } from "~/domain/kernel/currency";

const fixture = (name: string): string => readFileSync(`tests/support/fixtures/${name}`, "utf8");
const draft = (text: string) => draftProducts(readShopify(text), "EUR" as Currency);

describe("recognizeShopify", () => {
  it("knows older exports and the newer template", () => {
    expect(recognizeShopify(fixture("shopify-products.csv"))).toEqual({ ok: true, value: "shopify" });
    expect(recognizeShopify(fixture("shopify-new-template.csv"))).toEqual({ ok: true, value: "shopify" });
  });

  it("tells what columns another file has", () => {
    expect(recognizeShopify("id,title,price\n1,a,2")).toEqual({
      ok: false,
      error: { kind: "unknown_format", found: ["id", "title", "price"] },
    });
    expect(recognizeShopify("\0\u0001")).toMatchObject({ ok: false });
  });
});

describe("readShopify", () => {
  it("reads options, image-only rows, markup over several lines, flags and gift cards", () => {
    const { drafts, errors } = draft(fixture("shopify-products.csv"));
    expect(errors).toEqual([]);
    expect(
      drafts.map(({ handle, status, options, variants, images }) => [handle, status, options, variants.length, images.length]),
    ).toEqual([
      ["linen-shirt", "active", ["Size", "Colour"], 3, 3],
      ["clay-pot", "active", [], 1, 1],
      ["old-lamp", "draft", [], 1, 0],
      ["gift", "not_for_sale", ["Amount"], 1, 0],
    ]);
    expect(drafts[0]?.description).toBe('Washed linen, "made" in Porto.\n\n * Relaxed fit\n * Shell buttons');
    expect(drafts[0]?.images.map(({ alt }) => alt)).toEqual(["Front", "Back", "Detail"]);
    expect(drafts[0]?.variants[0]).toMatchObject({
      priceMinor: 8900,
      compareAtMinor: 12_000,
      stock: 4,
      imageUrl: "https://img.example/linen-ecru.jpg",
    });
  });

  it("reads the newer template", () => {
    const { drafts, errors } = draft(fixture("shopify-new-template.csv"));
    expect(errors).toEqual([]);
    expect(drafts.map(({ handle, category, status }) => [handle, category, status])).toEqual([
      ["silk-scarf", "Apparel & Accessories > Scarves", "active"],
      ["wool-cap", "Hats", "draft"],
    ]);
    expect(drafts[0]?.variants.map(({ optionValues, stock }) => [optionValues, stock])).toEqual([
      [["Blue"], 3],
      [["Red"], 5],
    ]);
  });

  it("names the line where a row starts, also after line breaks inside quotes, and the column as the file spells it", () => {
    const found = draft(fixture("shopify-with-errors.csv")).errors.map(
      ({ line, field, value, kind }) => `${line} ${field} ${value} ${kind}`,
    );
    expect(found).toEqual([
      "2 Variant Price 19,90 price_not_a_number",
      "3 Variant Price 19.999 price_decimals",
      "3 Variant Inventory Qty 2.5 stock_not_whole",
      "4 Option1 Value M duplicate_variant",
      "4 Variant Price  price_missing",
      "4 Variant Inventory Qty -1 stock_negative",
      "5 Handle  handle_missing",
      "6 Status activ status_unknown",
      "6 Variant Price -5 price_negative",
      "6 Image Position 0 image_position_invalid",
      "6 Image Src ftp://img.example/mug.jpg image_url_invalid",
      "8 Title  title_missing",
      "8 Published maybe flag_unknown",
      "8 Option1 Value  option_value_missing",
      "9 Handle hat row_empty",
    ]);
  });

  it("says once what the whole file lacks", () => {
    const { errors } = readShopify("Handle,Vendor\na,b\nc,d");
    expect(errors.map(({ line, field, kind }) => [line, field, kind])).toEqual([[1, "Title, Variant Price", "columns_missing"]]);
  });

  it("limits columns and rows and finds quotes that are never closed", () => {
    const kinds = (text: string) => readShopify(text).errors.map(({ line, kind }) => [line, kind]);
    expect(kinds(`Handle,Title,Variant Price${",x".repeat(98)}\n`)).toEqual([[1, "too_many_columns"]]);
    expect(kinds(`Handle,Title,Variant Price\n${"a,b,1\n".repeat(50_001)}`)).toEqual([[50_002, "too_many_rows"]]);
    expect(kinds('Handle,Title,Variant Price\na,"b,1\n')[0]?.[1]).toBe("quote_not_closed");
    expect(kinds("Handle,Title,Variant Price\na,b,1,more\nc,d,1,,")).toEqual([[2, "too_many_cells"]]);
  });
});

it.each(["apparel.csv", "home-and-garden.csv"].filter((name) => existsSync(`../shared/data/feeds/${name}`)))(
  "reads the sample feed %s without an error",
  (name) => {
    const { drafts, errors } = draft(readFileSync(`../shared/data/feeds/${name}`, "utf8"));
    expect(errors).toEqual([]);
    expect(drafts).toHaveLength(20);
  },
);
