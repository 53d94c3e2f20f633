import type { OrderView, Shopper } from "~/domain/orders/order";
import { viewOrders } from "~db/queries/order-views";
import { countShopperOrders, listShopperOrders } from "~db/queries/orders";
import type { Deps } from "./deps";

/** One page of orders; `total` counts all pages. */
export type OrderPage = { readonly orders: readonly OrderView[]; readonly total: number; readonly pageSize: number };

const PAGE_SIZE = 20;

/** A shopper's placed orders, the newest first; pages count from 1. */
export async function listOrders(
  deps: Pick<Deps, "db" | "clock">,
  asked: { readonly by: Shopper; readonly page: number },
): Promise<OrderPage> {
  const { query } = deps.db;
  const orders = await listShopperOrders(query, { by: asked.by, offset: (asked.page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
  return {
    orders: await viewOrders(query, orders, deps.clock.now()),
    total: await countShopperOrders(query, asked.by),
    pageSize: PAGE_SIZE,
  };
}
