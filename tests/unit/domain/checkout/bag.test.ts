import { describe, expect, it } from "vitest";
import { bagOf, lineChange, type Offer, type StoredBagLine } from "~/domain/checkout/bag";
import type { BagId, BrandId, ProductId, VariantId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";

const offer = (over: Partial<Offer> = {}): Offer => ({
  productId: "p" as ProductId,
  brandSlug: "brume",
  brandName: "Brume",
  currency: "EUR" as Currency,
  productHandle: "p",
  title: "P",
  optionText: "",
  pictureUrl: null,
  priceMinor: minor(100),
  compareAtMinor: null,
  available: 5,
  taxClass: "standard",
  ...over,
});
const line = (id: string, over: Partial<StoredBagLine> = {}): StoredBagLine => ({
  variantId: id as VariantId,
  brandId: "b1" as BrandId,
  quantity: 2,
  seenPriceMinor: minor(100),
  offer: offer(),
  ...over,
});

describe("a line", () => {
  it.each([
    ["as it was", {}, { kind: "none" }],
    ["no longer sold", { offer: null }, { kind: "gone" }],
    ["sold out, and dearer too", { offer: offer({ available: 0, priceMinor: minor(200) }) }, { kind: "sold_out" }],
    ["short", { offer: offer({ available: 1 }) }, { kind: "short", available: 1 }],
    ["dearer", { offer: offer({ priceMinor: minor(120) }) }, { kind: "price", fromMinor: 100, toMinor: 120 }],
    ["cheaper", { offer: offer({ priceMinor: minor(80) }) }, { kind: "price", fromMinor: 100, toMinor: 80 }],
  ])("%s", (_, over, change) => {
    expect(lineChange(line("v", over))).toEqual(change);
  });
});

it("sorts lines into one group per currency and one shop per brand, in the order they came", () => {
  const other = { brandId: "b2" as BrandId, offer: offer({ brandSlug: "seve", brandName: "Sève" }) };
  const yen = { brandId: "b3" as BrandId, offer: offer({ currency: "JPY" as Currency, priceMinor: minor(100) }) };
  const bag = bagOf("bag" as BagId, [line("1"), line("2", yen), line("3", other), line("4"), line("5", { offer: null })]);
  expect(
    bag.groups.map(({ currency, shops }) => [currency, shops.map(({ slug, lines }) => [slug, lines.map(({ variantId }) => variantId)])]),
  ).toEqual([
    [
      "EUR",
      [
        ["brume", ["1", "4"]],
        ["seve", ["3"]],
      ],
    ],
    ["JPY", [["brume", ["2"]]]],
  ]);
  expect(bag.groups[0]).toMatchObject({ itemsMinor: 600, isReady: true });
  expect(bag.gone.map(({ variantId }) => variantId)).toEqual(["5"]);
  expect(bag.units).toBe(10);
});

it("is not ready while a line has changed", () => {
  const bag = bagOf("bag" as BagId, [line("1"), line("2", { offer: offer({ available: 0 }) })]);
  expect(bag.groups[0]?.isReady).toBe(false);
});
