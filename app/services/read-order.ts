import type { OrderId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import type { OrderView, Shopper } from "~/domain/orders/order";
import { viewOrders } from "~db/queries/order-views";
import { findOrder, isOwnOrder } from "~db/queries/orders";
import type { Deps } from "./deps";

/** A placed order as its shopper sees it, by id or number. Whoever's it is not learns nothing of it. */
export async function readOrder(
  deps: Pick<Deps, "db" | "clock">,
  asked: { readonly by: Shopper } & ({ readonly orderId: OrderId } | { readonly number: string }),
): Promise<Outcome<OrderView, { readonly kind: "not_found" }>> {
  const { query } = deps.db;
  const order = await findOrder(query, "number" in asked ? { number: asked.number } : { orderId: asked.orderId });
  if (order === undefined || order.state !== "placed" || !(await isOwnOrder(query, order, asked.by))) return refused({ kind: "not_found" });
  const [view] = await viewOrders(query, [order], deps.clock.now());
  return view === undefined ? refused({ kind: "not_found" }) : done(view);
}
