import type { CheckoutId } from "~/domain/kernel/branded";
import type { OrderView } from "~/domain/orders/order";
import { readCheckout } from "~/services/read-checkout";
import { readOrder } from "~/services/read-order";
import type { RouteArgs } from "./actor";
import { contextOf } from "./context";
import { notFound } from "./refusals";
import { shopperOf } from "./shopper";

/** The orders a placed checkout became. Errors: throws a 404 for one that is not the shopper's; `null` when it is not placed. */
export async function readPlacedOrders(args: RouteArgs, checkoutId: CheckoutId): Promise<readonly OrderView[] | null> {
  const { deps } = contextOf(args);
  const by = await shopperOf(args);
  const checkout = await readCheckout(deps, { checkoutId, by });
  if (!checkout.ok) throw notFound();
  if (checkout.value.state !== "placed") return null;
  const read = await Promise.all(checkout.value.orders.map(({ orderId }) => readOrder(deps, { by, orderId })));
  return read.flatMap((one) => (one.ok ? [one.value] : []));
}
