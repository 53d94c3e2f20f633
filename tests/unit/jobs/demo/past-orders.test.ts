import { describe, expect, it } from "vitest";
import { classifyRow } from "~/domain/history/classify-row";
import type { LocalDay } from "~/domain/kernel/branded";
import { plusDays } from "~/domain/kernel/zones";
import { brands } from "~jobs/demo/data/brands";
import { products } from "~jobs/demo/data/products";
import { orderNow, ordersOfDay } from "~jobs/demo/past-orders";

const DAY = "2026-11-02" as LocalDay;
const shops = brands.map((brand) => ({ brand, products: products.filter((product) => product.brandSlug === brand.slug) }));
const brume = shops[0] as (typeof shops)[number];

describe("ordersOfDay", () => {
  it("gives the same day the same invoices, and other days others", () => {
    const rows = ordersOfDay(brume, { day: DAY, dayNumber: 70 });
    expect(ordersOfDay(brume, { day: DAY, dayNumber: 70 })).toEqual(rows);
    expect(ordersOfDay(brume, { day: plusDays(DAY, 1), dayNumber: 71 })).not.toEqual(rows);
  });

  it("makes rows the history import understands, sales on the day and returns three days to three weeks later", () => {
    for (const shop of shops) {
      for (const row of ordersOfDay(shop, { day: DAY, dayNumber: 60 })) {
        const understood = classifyRow(row);
        expect(understood.kind).toBe(row.invoice.startsWith("C") ? "cancellation" : "sale");
        const day = row.date.slice(0, 10);
        if (understood.kind === "sale") expect(day).toBe(DAY);
        else expect(day >= plusDays(DAY, 3) && day <= plusDays(DAY, 20)).toBe(true);
      }
    }
  });

  it("sells more when the demand is higher: the winter launch, and the flash sale at a quarter less", () => {
    const orders = (shop: (typeof shops)[number], dayNumber: number) =>
      new Set(
        ordersOfDay(shop, { day: DAY, dayNumber })
          .filter((row) => !row.invoice.startsWith("C"))
          .map((row) => row.invoice),
      ).size;
    expect(orders(brume, 68)).toBeGreaterThan(orders(brume, 40) * 1.5);
    const marlowe = shops.find((shop) => shop.brand.slug === "marlowe") as (typeof shops)[number];
    expect(orders(marlowe, 61)).toBeGreaterThan(orders(marlowe, 50) * 2);
    const paid = ordersOfDay(marlowe, { day: DAY, dayNumber: 61 }).map((row) => Number(row.unitPrice) * 100);
    const listed = new Set(marlowe.products.flatMap((product) => product.variants.map((variant) => Math.round(variant.priceMinor * 0.75))));
    expect(paid.every((price) => listed.has(Math.round(price)))).toBe(true);
  });
});

describe("orderNow", () => {
  it("is one order at the given moment", () => {
    const rows = orderNow(brume, { invoice: "BRU-1", day: DAY, time: "10:00:00" }).filter((row) => !row.invoice.startsWith("C"));
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => `${row.invoice} ${row.date}`))).toEqual(new Set(["BRU-1 2026-11-02 10:00:00"]));
  });
});
