import { expect, it } from "vitest";
import type { TagId, VariantId } from "~/domain/kernel/branded";
import { productPath } from "~/ui/feed/product-path";

it("leads to the product with the tag, and to the variant in the picture when it is known", () => {
  const tag = { tagId: "tag_1" as TagId, handle: "scarf", brand: { slug: "brume" } };
  expect(productPath({ ...tag, variantId: null })).toBe("/brands/brume/scarf?tag=tag_1");
  expect(productPath({ ...tag, variantId: "var_2" as VariantId })).toBe("/brands/brume/scarf?tag=tag_1&variant=var_2");
});
