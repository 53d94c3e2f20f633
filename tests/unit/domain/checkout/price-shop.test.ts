import { expect, it } from "vitest";
import type { BagLine } from "~/domain/checkout/bag";
import { priceShop, type Seller, sumTotals } from "~/domain/checkout/price-shop";
import type { BrandId, Instant, ProductId, VariantId, Zone } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";
import { bps } from "~/domain/kernel/rates";

const seller: Seller = {
  brandId: "b" as BrandId,
  slug: "brume",
  name: "Brume",
  currency: "EUR" as Currency,
  timezone: "Europe/Paris" as Zone,
  country: "FR",
  taxInclusive: false,
  feeBps: bps(500),
  cancelWindowMinutes: 30,
};
const option = (optionId: string, amount: number, position: number) => ({
  optionId,
  name: optionId,
  carrier: "Post",
  country: "FR",
  amountMinor: minor(amount),
  minDays: 1,
  maxDays: 2,
  position,
});
const line = (taxClass: string): BagLine & { readonly frozenAt: Instant } => ({
  variantId: taxClass as VariantId,
  brandId: seller.brandId,
  quantity: 2,
  seenPriceMinor: minor(1_000),
  offer: {
    productId: "p" as ProductId,
    brandSlug: "brume",
    brandName: "Brume",
    currency: seller.currency,
    productHandle: "p",
    title: "P",
    optionText: "",
    pictureUrl: null,
    priceMinor: minor(1_000),
    compareAtMinor: null,
    available: 9,
    taxClass,
  },
  change: { kind: "none" },
  listMinor: minor(2_000),
  frozenAt: 0 as Instant,
});
const input = {
  lines: [line("standard"), line("books")],
  rates: (_: BrandId, taxClass: string) => bps(taxClass === "books" ? 550 : 2_000),
  options: [option("slow", 400, 0), option("fast", 900, 1)],
  chosenId: null,
  now: Date.UTC(2026, 10, 24) as Instant,
};

it("taxes each line by its class, and shipping by the standard one", () => {
  const shop = priceShop(seller, input);
  expect(shop.lines.map(({ taxMinor }) => taxMinor)).toEqual([400, 110]);
  expect(shop.totals).toMatchObject({ paidMinor: 4_000, shippingMinor: 400, shippingTaxMinor: 80, taxMinor: 590, totalMinor: 4_990 });
});

it("ships the first way until another is chosen, and the first again when that one is gone", () => {
  expect(priceShop(seller, input).chosen?.optionId).toBe("slow");
  expect(priceShop(seller, { ...input, chosenId: "fast" }).totals.shippingMinor).toBe(900);
  expect(priceShop(seller, { ...input, chosenId: "by_ship" }).chosen?.optionId).toBe("slow");
});

it("counts no shipping while there is no way to ship", () => {
  expect(priceShop(seller, { ...input, options: [] })).toMatchObject({ chosen: null, totals: { shippingMinor: 0, totalMinor: 4_510 } });
});

it("adds shops up", () => {
  const { totals } = priceShop(seller, input);
  expect(sumTotals([totals, totals])).toMatchObject({ totalMinor: 9_980, taxMinor: 1_180 });
  expect(sumTotals([]).totalMinor).toBe(0);
});
