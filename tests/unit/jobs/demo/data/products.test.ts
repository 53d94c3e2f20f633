import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { brands } from "../../../../../jobs/demo/data/brands";
import { drawings, getDrawing, getProduct, products } from "../../../../../jobs/demo/data/products";
import { slugOf } from "../../../../../jobs/demo/data/slug";

const publicFile = (file: string): string => fileURLToPath(new URL(`../../../../../public${file}`, import.meta.url));
const variants = products.flatMap((product) => product.variants);

describe("the brands", () => {
  it("are six, in three currencies, with rates a program could pay", () => {
    expect(brands).toHaveLength(6);
    expect(new Set(brands.map((brand) => brand.slug)).size).toBe(6);
    expect(new Set(brands.map((brand) => brand.currency))).toEqual(new Set(["EUR", "USD", "JPY"]));
    for (const brand of brands) {
      expect(Number.isSafeInteger(brand.rateBps) && brand.rateBps > 0 && brand.rateBps < 10_000).toBe(true);
      expect(() => new Intl.DateTimeFormat("en", { timeZone: brand.timezone })).not.toThrow();
    }
  });
});

describe("the products", () => {
  it("are 300, 50 for each brand", () => {
    expect(products).toHaveLength(300);
    for (const brand of brands) expect(products.filter((product) => product.brandSlug === brand.slug)).toHaveLength(50);
  });

  it("have unique handles, titles and SKUs", () => {
    expect(new Set(products.map((product) => product.handle)).size).toBe(300);
    expect(new Set(products.map((product) => `${product.brandSlug}/${product.title}`)).size).toBe(300);
    expect(new Set(variants.map((variant) => variant.sku)).size).toBe(variants.length);
  });

  it("cost a positive safe integer of minor units, less than before when reduced", () => {
    for (const { priceMinor, compareAtMinor } of variants) {
      expect(Number.isSafeInteger(priceMinor) && priceMinor > 0).toBe(true);
      if (compareAtMinor !== undefined) expect(compareAtMinor).toBeGreaterThan(priceMinor);
    }
  });

  it("have one variant for each combination of their options", () => {
    for (const product of products) {
      const combinations = product.options.reduce((count, option) => count * option.values.length, 1);
      expect(product.variants).toHaveLength(combinations);
      expect(new Set(product.variants.map((variant) => JSON.stringify(variant.options))).size).toBe(combinations);
      for (const { options } of product.variants)
        for (const option of product.options) expect(option.values).toContain(options[option.name]);
    }
  });

  it("have stock, some of them none", () => {
    expect(variants.every((variant) => Number.isSafeInteger(variant.stock) && variant.stock >= 0)).toBe(true);
    const soldOut = variants.filter((variant) => variant.stock === 0).length / variants.length;
    expect(soldOut).toBeGreaterThan(0.03);
    expect(soldOut).toBeLessThan(0.15);
  });

  it("say what they are in one or two sentences", () => {
    for (const { description } of products) expect(description).toMatch(/^.{30,220}\.$/u);
  });
});

describe("the stories' stock", () => {
  const stockOf = (handle: string, options: Record<string, string>): number | undefined =>
    getProduct(handle).variants.find((variant) => JSON.stringify(variant.options) === JSON.stringify(options))?.stock;

  it("has Pull Torsade M Brique sold out, and in stock in Écru", () => {
    expect(stockOf("pull-torsade", { Couleur: "Brique", Taille: "M" })).toBe(0);
    expect(stockOf("pull-torsade", { Couleur: "Brique", Taille: "S" })).toBeGreaterThan(0);
    expect(stockOf("pull-torsade", { Couleur: "Écru", Taille: "M" })).toBeGreaterThan(0);
  });

  it("has the prices the screens show", () => {
    expect(getProduct("echarpe-alize").variants[0]?.priceMinor).toBe(3900);
    expect(getProduct("manteau-vesper").variants[0]?.priceMinor).toBe(28900);
    expect(getProduct("pull-torsade").variants[0]?.priceMinor).toBe(12800);
  });
});

describe("the pictures", () => {
  it("follow the colour option", () => {
    for (const product of products) {
      expect(product.pictures.length).toBeGreaterThan(0);
      const colours = product.options.find((option) => option.values.includes(product.pictures[0]?.colour ?? ""))?.values;
      if (colours !== undefined) expect(product.pictures.map((picture) => picture.colour)).toEqual(colours);
    }
  });

  it("exist in public/demo, small", () => {
    let total = 0;
    for (const { file } of drawings) {
      expect(existsSync(publicFile(file)), file).toBe(true);
      const { size } = statSync(publicFile(file));
      expect(size, file).toBeLessThan(40_000);
      total += size;
    }
    expect(total).toBeLessThan(8_000_000);
  });

  it("are all drawn, each once", () => {
    const files = new Set(drawings.map((drawing) => drawing.file));
    expect(files.size).toBe(drawings.length);
    for (const picture of products.flatMap((product) => product.pictures)) {
      expect(files).toContain(picture.file);
      expect(picture.alt.length).toBeGreaterThan(5);
    }
  });

  it("refuse what is not sold", () => {
    expect(getDrawing("echarpe-alize", "Brique").file).toBe("/demo/echarpe-alize-brique.webp");
    expect(() => getProduct("nothing")).toThrow(RangeError);
    expect(() => getDrawing("echarpe-alize", "Turquoise")).toThrow(RangeError);
  });
});

describe("slugOf", () => {
  it("keeps ASCII letters, digits and single hyphens", () => {
    expect(slugOf("Écharpe Alizé")).toBe("echarpe-alize");
    expect(slugOf("  Peau d'ambre ")).toBe("peau-d-ambre");
    expect(slugOf("Cœur № 4")).toMatch(/^coeur-.*4$/);
  });
});
