import { describe, expect, it } from "vitest";
import { draftProducts } from "~/domain/catalog/draft-products";
import type { Currency } from "~/domain/kernel/currency";
import { feedOf } from "~tests/support/feeds";

const draft = (rows: Parameters<typeof feedOf>[0]) => draftProducts(feedOf(rows), "EUR" as Currency);
const kinds = (rows: Parameters<typeof feedOf>[0]) => draft(rows).errors.map(({ line, field, kind }) => `${line} ${field} ${kind}`);
const simple = { handle: "a", title: "A", price: "10" };

describe("a product", () => {
  it("takes its facts from the first row that tells them", () => {
    const { drafts, errors } = draft([
      { handle: "tee", price: "10", option1Name: "Size", option1Value: "S", stock: "3", sku: "T-S" },
      { handle: "tee", title: "Tee", vendor: "V", category: "Shirts", price: "12", compareAt: "15", option1Value: "M" },
    ]);
    expect(errors).toEqual([]);
    expect(drafts).toEqual([
      {
        handle: "tee",
        title: "Tee",
        description: "",
        vendor: "V",
        category: "Shirts",
        status: "active",
        options: ["Size"],
        images: [],
        variants: [
          { optionValues: ["S"], sku: "T-S", barcode: null, priceMinor: 1000, compareAtMinor: null, imageUrl: null, stock: 3 },
          { optionValues: ["M"], sku: null, barcode: null, priceMinor: 1200, compareAtMinor: 1500, imageUrl: null, stock: null },
        ],
      },
    ]);
  });

  it("is refused without title, price or any content in a row", () => {
    expect(kinds([{ handle: "a", price: "1" }])).toEqual(["2 title title_missing"]);
    expect(kinds([{ handle: "a", title: "A" }])).toEqual(["2 price price_missing"]);
    expect(kinds([simple, { handle: "a" }])).toEqual(["3 handle row_empty"]);
  });

  it("may not have the same variant twice, and says where it stands first", () => {
    const { errors } = draft([
      { ...simple, option1Name: "Size", option1Value: "S" },
      { handle: "a", price: "1", option1Value: "S" },
    ]);
    expect(errors.map(({ line, kind, params }) => [line, kind, params])).toEqual([[3, "duplicate_variant", { sameAs: 2 }]]);
  });
});

describe("status", () => {
  const statusOf = (row: Parameters<typeof feedOf>[0][number]) => draft([{ ...simple, ...row }]).drafts[0]?.status;

  it("follows status, publication and gift cards", () => {
    expect(statusOf({})).toBe("active");
    expect(statusOf({ published: "FALSE" })).toBe("draft");
    expect(statusOf({ status: "Archived" })).toBe("archived");
    expect(statusOf({ status: "draft", published: "true" })).toBe("draft");
    expect(statusOf({ status: "active", published: "false" })).toBe("draft");
    expect(statusOf({ status: "unlisted" })).toBe("draft");
    expect(statusOf({ giftCard: "true" })).toBe("not_for_sale");
  });

  it("is refused when unknown", () => {
    expect(kinds([{ ...simple, status: "constructor" }])).toEqual(["2 status status_unknown"]);
    expect(kinds([{ ...simple, published: "maybe", giftCard: "toString" }])).toEqual([
      "2 published flag_unknown",
      "2 giftCard flag_unknown",
    ]);
  });
});

describe("pictures", () => {
  it("stand in the order of their positions, each address once", () => {
    const { drafts } = draft([
      { ...simple, imageUrl: "https://img.example/b.jpg", imagePosition: "2", imageAlt: "b" },
      { handle: "a", imageUrl: "https://img.example/a.jpg", imagePosition: "1" },
      { handle: "a", imageUrl: "https://img.example/b.jpg", imagePosition: "1" },
      { handle: "a", imageUrl: "https://img.example/c.jpg" },
    ]);
    expect(drafts[0]?.images).toEqual([
      { url: "https://img.example/a.jpg", alt: "" },
      { url: "https://img.example/b.jpg", alt: "b" },
      { url: "https://img.example/c.jpg", alt: "" },
    ]);
  });

  it("need an address a browser may open", () => {
    for (const imageUrl of [
      "javascript:alert(1)",
      "//img.example/a.jpg",
      "ftp://img.example/a",
      'https://x/"a',
      "https://x/a b",
      "data:image/png;base64,AA",
    ]) {
      expect(kinds([{ ...simple, imageUrl }])).toEqual(["2 imageUrl image_url_invalid"]);
    }
    expect(kinds([{ ...simple, variantImage: "x", imageUrl: "https://x.example/a", imagePosition: "0" }])).toEqual([
      "2 variantImage image_url_invalid",
      "2 imagePosition image_position_invalid",
    ]);
  });
});

it("reads stock in whole pieces", () => {
  const stockOf = (stock: string) => draft([{ ...simple, stock }]).drafts[0]?.variants[0]?.stock;
  expect([stockOf("12"), stockOf("3.0"), stockOf("0"), stockOf("")]).toEqual([12, 3, 0, null]);
  expect(["1.5", "many", "1e3"].flatMap((stock) => kinds([{ ...simple, stock }]))).toEqual(Array(3).fill("2 stock stock_not_whole"));
  expect(kinds([{ ...simple, stock: "-1" }])).toEqual(["2 stock stock_negative"]);
});

it("tells everything that is wrong at once, in line order", () => {
  const rows = [
    { handle: "a", price: "x", stock: "y" },
    { title: "B", price: "-1" },
    { handle: "b", title: "B" },
  ];
  expect(kinds(rows)).toEqual([
    "2 title title_missing",
    "2 price price_not_a_number",
    "2 stock stock_not_whole",
    "3 handle handle_missing",
    "4 price price_missing",
  ]);
});
