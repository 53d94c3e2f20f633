import { describe, expect, it } from "vitest";
import { chooseVariant, leftOf } from "~/domain/catalog/choose-variant";
import type { CatalogVariant } from "~/domain/catalog/product";
import type { VariantId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";

const id = (text: string) => text as VariantId;

function variant(variantId: string, optionValues: readonly string[], rest: Partial<CatalogVariant> = {}): CatalogVariant {
  return {
    variantId: id(variantId),
    optionValues,
    sku: null,
    barcode: null,
    priceMinor: minor(3_900),
    compareAtMinor: null,
    imageUrl: null,
    position: 0,
    onHand: 3,
    reserved: 0,
    ...rest,
  };
}

const VARIANTS = [
  variant("brick-s", ["Brick", "S"], { imageUrl: "/brick.webp", onHand: 2, reserved: 2 }),
  variant("brick-m", ["Brick", "M"], { imageUrl: "/brick.webp", position: 1 }),
  variant("navy-m", ["Navy", "M"], { imageUrl: "/navy.webp", position: 2, onHand: 0 }),
  variant("navy-l", ["Navy", "L"], { imageUrl: "/navy.webp", position: 3 }),
];
const PRODUCT = { options: ["Colour", "Size"], variants: VARIANTS };

describe("chooseVariant", () => {
  it("takes the wanted variant even when it is sold out", () => {
    expect(chooseVariant(PRODUCT, id("navy-m"))?.variant.variantId).toBe("navy-m");
  });

  it("takes the first that can be bought when none or an unknown one is wanted", () => {
    expect(chooseVariant(PRODUCT, null)?.variant.variantId).toBe("brick-m");
    expect(chooseVariant(PRODUCT, id("gone"))?.variant.variantId).toBe("brick-m");
    expect(chooseVariant({ options: [], variants: [variant("only", [], { onHand: 0 })] }, null)?.variant.variantId).toBe("only");
    expect(chooseVariant({ options: [], variants: [] }, null)).toBeNull();
  });

  it("leads from each value to the nearest variant, and says which are sold out", () => {
    const options = chooseVariant(PRODUCT, id("brick-m"))?.options;
    expect(options).toMatchObject([
      {
        name: "Colour",
        chosen: "Brick",
        pictured: true,
        values: [
          { value: "Brick", variantId: "brick-m", chosen: true, soldOut: false, imageUrl: "/brick.webp" },
          { value: "Navy", variantId: "navy-m", chosen: false, soldOut: true, imageUrl: "/navy.webp" },
        ],
      },
      {
        name: "Size",
        chosen: "M",
        pictured: false,
        values: [
          { value: "S", variantId: "brick-s", soldOut: true },
          { value: "M", variantId: "brick-m", soldOut: false },
          { value: "L", variantId: "navy-l", soldOut: false },
        ],
      },
    ]);
  });

  it("prefers what can be bought when no variant keeps the other choices", () => {
    const variants = [
      variant("a-1", ["A", "1"]),
      variant("b-2", ["B", "2"], { onHand: 0, position: 1 }),
      variant("b-3", ["B", "3"], { position: 2 }),
    ];
    const choice = chooseVariant({ options: ["Letter", "Digit"], variants }, id("a-1"));
    expect(choice?.options[0]?.values[1]?.variantId).toBe("b-3");
  });
});

describe("leftOf", () => {
  it("counts what is neither sold nor promised, and never below nothing", () => {
    expect(leftOf(variant("v", [], { onHand: 5, reserved: 2 }))).toBe(3);
    expect(leftOf(variant("v", [], { onHand: 1, reserved: 2 }))).toBe(0);
  });
});
