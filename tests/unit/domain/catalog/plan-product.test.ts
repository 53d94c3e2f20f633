import { expect, it } from "vitest";
import { isUnchanged, planProduct } from "~/domain/catalog/plan-product";
import type { CatalogProduct, ProductDraft } from "~/domain/catalog/product";
import type { ProductId, VariantId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";

const facts = { handle: "tee", title: "Tee", description: "", vendor: "", category: "", status: "active", options: ["Size"] } as const;
const price = { sku: null, barcode: null, priceMinor: minor(1000), compareAtMinor: null, imageUrl: null };
const small = { ...price, optionValues: ["S"] };
const medium = { ...price, optionValues: ["M"] };
const image = { url: "https://img.example/a.jpg", alt: "" };
const draft: ProductDraft = {
  ...facts,
  variants: [
    { ...small, stock: 3 },
    { ...medium, stock: null },
  ],
  images: [image],
};
const stored: CatalogProduct = {
  ...facts,
  productId: "prd_1" as ProductId,
  variants: [
    { ...small, variantId: "var_1" as VariantId, position: 0, onHand: 3, reserved: 0 },
    { ...medium, variantId: "var_2" as VariantId, position: 1, onHand: 5, reserved: 2 },
  ],
  images: [{ ...image, imageId: "img_1" }],
};

function counter() {
  let made = 0;
  return (prefix: string) => `${prefix}_new${++made}`;
}

it("writes all of a new product, with stock for every variant", () => {
  const write = planProduct(draft, undefined, counter());
  expect(write.facts).toEqual(facts);
  expect(write.variants.map(({ optionValues, position }) => [optionValues, position])).toEqual([
    [["S"], 0],
    [["M"], 1],
  ]);
  expect(write.stock.map(({ onHand, movement }) => [onHand, movement])).toEqual([
    [3, 3],
    [0, 0],
  ]);
  expect(write.images).toHaveLength(1);
});

it("writes nothing when the file says what stands already", () => {
  expect(isUnchanged(planProduct(draft, stored, counter()))).toBe(true);
});

it("keeps ids and writes only what differs", () => {
  const changed = {
    ...draft,
    title: "Tee!",
    variants: [
      { ...small, priceMinor: minor(900), stock: 1 },
      { ...medium, stock: 5 },
    ],
  };
  const write = planProduct(changed, stored, counter());
  expect(write.productId).toBe("prd_1");
  expect(write.facts?.title).toBe("Tee!");
  expect(write.variants.map(({ variantId, priceMinor }) => [variantId, priceMinor])).toEqual([["var_1", 900]]);
  expect(write.stock).toEqual([{ variantId: "var_1", onHand: 1, movement: -2 }]);
  expect(write.images).toBeNull();
});

it("removes variants the file no longer names, moving their stock out, and adds new ones", () => {
  const write = planProduct(
    {
      ...draft,
      variants: [
        { ...small, stock: null },
        { ...price, optionValues: ["L"], stock: 4 },
      ],
    },
    stored,
    counter(),
  );
  expect(write.removedVariants).toEqual(["var_2"]);
  expect(write.variants.map(({ variantId, position }) => [variantId, position])).toEqual([["var_new1", 1]]);
  expect(write.stock).toEqual([
    { variantId: "var_new1", onHand: 4, movement: 4 },
    { variantId: "var_2", onHand: 0, movement: -5 },
  ]);
});

it("never lets stock fall below what is reserved", () => {
  const write = planProduct(
    {
      ...draft,
      variants: [
        { ...small, stock: 3 },
        { ...medium, stock: 0 },
      ],
    },
    stored,
    counter(),
  );
  expect(write.stock).toEqual([{ variantId: "var_2", onHand: 2, movement: -3 }]);
});

it("keeps a picture's id by its address and rewrites the list when any differs", () => {
  const second = { url: "https://img.example/b.jpg", alt: "b" };
  const write = planProduct({ ...draft, images: [second, image] }, stored, counter());
  expect(write.images).toEqual([
    { ...second, imageId: "img_new1" },
    { ...image, imageId: "img_1" },
  ]);
});
