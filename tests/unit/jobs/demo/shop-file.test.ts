import { describe, expect, it } from "vitest";
import { formats } from "~/adapters/formats/formats";
import { draftProducts } from "~/domain/catalog/draft-products";
import { parseCurrency } from "~/domain/kernel/currency";
import { brands } from "~jobs/demo/data/brands";
import { products } from "~jobs/demo/data/products";
import { shopFile } from "~jobs/demo/shop-file";

describe("shopFile", () => {
  it.each(brands.map((brand) => [brand.slug, brand] as const))(
    "gives %s's whole shop to the catalogue import without an error",
    (_, brand) => {
      const own = products.filter((product) => product.brandSlug === brand.slug);
      const currency = parseCurrency(brand.currency);
      if (currency === undefined) throw new Error(brand.currency);
      const { drafts, errors } = draftProducts(formats.readCatalog("shopify", shopFile(brand, own)), currency);
      expect(errors).toEqual([]);
      expect(drafts.map((draft) => [draft.handle, draft.title, draft.variants.length, draft.images.length])).toEqual(
        own.map((product) => [product.handle, product.title, product.variants.length, product.pictures.length]),
      );
      expect(drafts[0]?.variants.map((variant) => variant.priceMinor)).toEqual(own[0]?.variants.map((variant) => variant.priceMinor));
    },
  );
});
