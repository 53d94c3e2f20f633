import { createHash } from "node:crypto";
import type { HistoryRow } from "~/domain/history/history-row";
import type { LocalDay } from "~/domain/kernel/branded";
import { parseCurrency } from "~/domain/kernel/currency";
import { minor, toDecimalText } from "~/domain/kernel/money";
import { plusDays, weekdayOf } from "~/domain/kernel/zones";
import { demandOfDay, demandOfHour, flashSale } from "./data/seasons";
import { between, type Chance, pick, seeded } from "./data/seeded";
import type { DemoBrand, DemoProduct, DemoVariant } from "./data/types";

/** Orders of an ordinary day, before weekday, season and growth. */
const ORDERS_A_DAY = 60;

/** One line in fourteen comes back, within three weeks. */
const RETURN_SHARE = 0.07;
const RETURN_DAYS = { first: 3, last: 20 };

/** Regulars: one order in three is theirs. */
const REGULARS = 400;

type Shop = { readonly brand: DemoBrand; readonly products: readonly DemoProduct[] };

/**
 * The invoices of one of a brand's days, returns of that day's goods (on their later days) included. The same
 * day gives the same invoices on every machine. `dayNumber` counts from the first day of the history.
 */
export function ordersOfDay(shop: Shop, at: { readonly day: LocalDay; readonly dayNumber: number }): readonly HistoryRow[] {
  const chance = seeded(`${shop.brand.slug} ${at.day}`);
  const demand = demandOfDay({ brandSlug: shop.brand.slug, day: at.dayNumber, weekday: weekdayOf(at.day) });
  const orders = Math.round(ORDERS_A_DAY * demand * (0.85 + 0.3 * chance()));
  const percentOff = reduction(shop.brand, at.dayNumber);
  return Array.from({ length: orders }, (_, index) => {
    const invoice = `${shop.brand.skuPrefix}-${at.day.replaceAll("-", "")}-${String(index + 1).padStart(3, "0")}`;
    return orderRows(shop, { chance, invoice, day: at.day, time: timeOfDay(chance), percentOff });
  }).flat();
}

/** One order of this very moment, local to the brand. */
export function orderNow(
  shop: Shop,
  at: { readonly invoice: string; readonly day: LocalDay; readonly time: string },
): readonly HistoryRow[] {
  const chance = seeded(`${shop.brand.slug} ${at.invoice}`);
  return orderRows(shop, { chance, ...at, percentOff: 0 });
}

function reduction(brand: DemoBrand, dayNumber: number): number {
  const since = dayNumber - flashSale.day;
  return brand.slug === flashSale.brandSlug && since >= 0 && since < flashSale.days ? flashSale.percentOff : 0;
}

type Order = {
  readonly chance: Chance;
  readonly invoice: string;
  readonly day: LocalDay;
  readonly time: string;
  readonly percentOff: number;
};

function orderRows(shop: Shop, order: Order): readonly HistoryRow[] {
  const { chance } = order;
  const customer = chance() < 0.33 ? `r${between(chance, 1, REGULARS)}` : `n-${order.invoice}`;
  const head = { customer, country: shop.brand.country, date: `${order.day} ${order.time}` };
  const lines = Array.from({ length: chance() < 0.62 ? 1 : between(chance, 2, 4) }, () => lineOf(shop, order));
  const sales = lines.map((line) => rowOf({ ...head, ...line, invoice: order.invoice }));
  return [...sales, ...lines.flatMap((line) => returnOf(order, { ...head, ...line }))];
}

type Line = { readonly code: string; readonly description: string; readonly quantity: string; readonly unitPrice: string };

function lineOf({ brand, products }: Shop, { chance, percentOff }: Order): Line {
  const product = popular(chance, products);
  const variant: DemoVariant = pick(chance, product.variants);
  const paid = Math.round((variant.priceMinor * (100 - percentOff)) / 100);
  const currency = parseCurrency(brand.currency);
  if (currency === undefined) throw new Error(`${brand.slug} sells in an unknown currency`);
  return {
    code: variant.sku,
    description: product.title,
    quantity: chance() < 0.9 ? "1" : "2",
    unitPrice: toDecimalText(minor(paid), currency),
  };
}

/** A few products carry the shop: the square of a chance leans towards the front of the list. */
function popular(chance: Chance, products: readonly DemoProduct[]): DemoProduct {
  const product = products[Math.floor(chance() ** 2 * products.length)];
  if (product === undefined) throw new RangeError("A shop without products");
  return product;
}

function returnOf(
  { chance, day, invoice }: Order,
  line: Line & Omit<HistoryRow, keyof Line | "invoice" | "ragged" | "digest">,
): readonly HistoryRow[] {
  if (chance() >= RETURN_SHARE) return [];
  const date = `${plusDays(day, between(chance, RETURN_DAYS.first, RETURN_DAYS.last))} ${timeOfDay(chance)}`;
  return [rowOf({ ...line, date, invoice: `C${invoice}-${line.code}`, quantity: `-${line.quantity}` })];
}

function timeOfDay(chance: Chance): string {
  const wanted = chance() * Array.from({ length: 24 }, (_, hour) => demandOfHour(hour)).reduce((sum, share) => sum + share, 0);
  let hour = 0;
  for (let passed = demandOfHour(0); passed < wanted && hour < 23; passed += demandOfHour(hour)) hour += 1;
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(hour)}:${two(between(chance, 0, 59))}:${two(between(chance, 0, 59))}`;
}

function rowOf(cells: Omit<HistoryRow, "ragged" | "digest">): HistoryRow {
  const digest = createHash("sha256").update(JSON.stringify(cells)).digest("hex").slice(0, 32);
  return { ...cells, ragged: false, digest };
}
