import type { Instant } from "~/domain/kernel/branded";
import type { Order, OrderView } from "~/domain/orders/order";
import { viewOrder } from "~/domain/orders/view-order";
import type { Queryable } from "../open";
import { listPaymentsOfOrders } from "./payments";
import { listSellers } from "./sellers";

/** These orders with their brands and payments, in their order. */
export async function viewOrders(q: Queryable, orders: readonly Order[], now: Instant): Promise<readonly OrderView[]> {
  const payments = await listPaymentsOfOrders(
    q,
    orders.map(({ orderId }) => orderId),
  );
  const sellers = await listSellers(q, [...new Set(orders.map(({ brandId }) => brandId))]);
  return orders.map((order) => {
    const payment = payments.get(order.orderId);
    const brand = sellers.find(({ brandId }) => brandId === order.brandId);
    if (payment === undefined || brand === undefined) throw new Error(`The order ${order.orderId} has no payment or no brand`);
    return viewOrder(order, { brand: { slug: brand.slug, name: brand.name }, payment, now });
  });
}
