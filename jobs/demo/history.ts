import type { HistoryRow } from "~/domain/history/history-row";
import type { LocalDay } from "~/domain/kernel/branded";
import { daysBetween, localDayOf, toInstant } from "~/domain/kernel/zones";
import { importHistory } from "~/services/import-history";
import type { WorkerDeps } from "../container";
import { products } from "./data/products";
import type { DemoShop } from "./demo-shop";
import { orderNow, ordersOfDay } from "./past-orders";

/** Takes in what the brand sold on one of its days and what came back of it, as far as it has happened by now. */
export async function takeOrdersOfDay(deps: WorkerDeps, shop: DemoShop, day: LocalDay): Promise<void> {
  if (daysBetween(shop.firstDay, day) < 0) return;
  const rows = ordersOfDay(goodsOf(shop), { day, dayNumber: daysBetween(shop.firstDay, day) });
  const now = deps.clock.now();
  await take(
    deps,
    shop,
    rows.filter((row) => toInstant(row.date.replace(" ", "T"), shop.brand.timezone) <= now),
  );
}

/** Takes in one order of this moment. */
export async function takeOrderNow(deps: WorkerDeps, shop: DemoShop): Promise<void> {
  const now = deps.clock.now();
  const { timezone } = shop.brand;
  const day = localDayOf(now, timezone);
  const seconds = Math.floor((now - toInstant(`${day}T00:00:00`, timezone)) / 1_000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const time = `${two(Math.min(23, Math.floor(seconds / 3_600)))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  await take(
    deps,
    shop,
    orderNow(goodsOf(shop), { invoice: `${shop.demo.skuPrefix}-${now}`, day, time }).filter((row) => !row.invoice.startsWith("C")),
  );
}

function goodsOf({ demo }: DemoShop) {
  return { brand: demo, products: products.filter((product) => product.brandSlug === demo.slug) };
}

async function take(deps: WorkerDeps, shop: DemoShop, rows: readonly HistoryRow[]): Promise<void> {
  if (rows.length > 0) await importHistory(deps, { brandId: shop.brand.brandId, source: "demo", rows: inOrder(rows) });
}

async function* inOrder(rows: readonly HistoryRow[]): AsyncGenerator<HistoryRow> {
  yield* rows;
}
