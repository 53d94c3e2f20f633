import type { PaymentStatus } from "../payments/payment-facts";

/** `placed` once the whole checkout is authorised; everything after that is quantities, not labels. */
export type OrderState = "awaiting_payment" | "placed" | "failed";

/** How many of a line's units are where. `quantity = open + canceled + shipped`, `delivered ≤ shipped`, `returned ≤ shipped`. */
export type LineQuantities = {
  readonly quantity: number;
  readonly canceled: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly returned: number;
};

/** What an order is called; derived, never stored, so that no impossible mix can be. */
export const ORDER_STATUSES = [
  "awaiting_payment",
  "failed",
  "placed",
  "preparing",
  "payment_problem",
  "partly_shipped",
  "shipped",
  "delivered",
  "returned",
  "canceled",
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** The status of an order from its quantities and its payment. `placed`: its cancel window runs; `preparing`: it is paid. */
export function orderStatus(
  order: { readonly state: OrderState; readonly lines: readonly LineQuantities[] },
  payment: PaymentStatus,
): OrderStatus {
  if (order.state !== "placed") return order.state;
  const units = sumQuantities(order.lines);
  const left = units.quantity - units.canceled;
  if (left === 0) return "canceled";
  if (payment === "lost") return "payment_problem";
  // An order that costs nothing is never captured: its authorisation is let go instead.
  if (units.shipped === 0) return payment === "captured" || payment === "voided" ? "preparing" : "placed";
  if (units.shipped < left) return "partly_shipped";
  if (units.returned === units.shipped) return "returned";
  return units.delivered === units.shipped ? "delivered" : "shipped";
}

/** Units not canceled and not shipped. */
export function openUnits(line: LineQuantities): number {
  return line.quantity - line.canceled - line.shipped;
}

function sumQuantities(lines: readonly LineQuantities[]): LineQuantities {
  const sum = (of: keyof LineQuantities): number => lines.reduce((total, line) => total + line[of], 0);
  return {
    quantity: sum("quantity"),
    canceled: sum("canceled"),
    shipped: sum("shipped"),
    delivered: sum("delivered"),
    returned: sum("returned"),
  };
}
