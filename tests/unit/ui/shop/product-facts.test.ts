import { describe, expect, it } from "vitest";
import { chooseVariant } from "~/domain/catalog/choose-variant";
import type { CatalogProduct } from "~/domain/catalog/product";
import type { Shop } from "~/domain/catalog/shop";
import type { BrandId, ProductId, VariantId, Zone } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";
import { galleryOf, variantPath } from "~/ui/shop/product-facts";

const shop: Shop = {
  brandId: "brd" as BrandId,
  slug: "brume",
  name: "Brume",
  legalName: "Brume SAS",
  currency: "EUR" as Currency,
  timezone: "Europe/Paris" as Zone,
  country: "FR",
  taxInclusive: true,
  cancelWindowMinutes: 30,
};

function product(imageUrl: string | null, images: readonly string[]): CatalogProduct {
  const variant = { variantId: "v" as VariantId, optionValues: [], sku: null, barcode: null, priceMinor: minor(1), compareAtMinor: null };
  return {
    productId: "p" as ProductId,
    handle: "scarf",
    title: "Scarf",
    description: "",
    vendor: "",
    category: "",
    status: "active",
    options: [],
    variants: [{ ...variant, imageUrl, position: 0, onHand: 1, reserved: 0 }],
    images: images.map((url, index) => ({ imageId: String(index), url, alt: index === 0 ? "" : `Alt ${index}` })),
  };
}

function gallery(of: CatalogProduct): readonly string[] {
  const choice = chooseVariant(of, null);
  return choice === null ? [] : galleryOf({ product: of, choice }).map(({ url, alt }) => `${url} ${alt}`);
}

describe("galleryOf", () => {
  it("begins with the picture of the chosen variant", () => {
    expect(gallery(product("/b.webp", ["/a.webp", "/b.webp"]))).toEqual(["/b.webp Alt 1", "/a.webp Scarf"]);
    expect(gallery(product("/c.webp", ["/a.webp"]))).toEqual(["/c.webp Scarf", "/a.webp Scarf"]);
    expect(gallery(product(null, ["/a.webp"]))).toEqual(["/a.webp Scarf"]);
  });

  it("shows no picture of another site", () => {
    expect(gallery(product("https://cdn.example/b.webp", ["//cdn.example/a.webp", "/c.webp"]))).toEqual(["/c.webp Alt 1"]);
  });
});

describe("variantPath", () => {
  it("keeps the tag that led here", () => {
    const facts = { shop, product: product(null, []) };
    expect(variantPath({ ...facts, tag: null }, "v1")).toBe("/brands/brume/scarf?variant=v1");
    expect(variantPath({ ...facts, tag: "tag_1" }, "v1")).toBe("/brands/brume/scarf?variant=v1&at=tag_1");
  });
});
