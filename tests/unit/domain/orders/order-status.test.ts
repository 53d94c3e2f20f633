import { describe, expect, it } from "vitest";
import { ORDER_STATUSES, openUnits, orderStatus } from "~/domain/orders/order-status";

const line = (quantity: number, rest: Partial<Record<"canceled" | "shipped" | "delivered" | "returned", number>> = {}) => ({
  quantity,
  canceled: 0,
  shipped: 0,
  delivered: 0,
  returned: 0,
  ...rest,
});

const CASES = [
  ["awaiting_payment", "awaiting_payment", "unknown", [line(1)]],
  ["failed", "failed", "voided", [line(1)]],
  ["placed", "placed", "authorised", [line(2, { canceled: 1 })]],
  ["preparing", "placed", "captured", [line(2)]],
  ["payment_problem", "placed", "lost", [line(2)]],
  ["partly_shipped", "placed", "captured", [line(2, { shipped: 1 }), line(1)]],
  ["shipped", "placed", "captured", [line(2, { shipped: 1, canceled: 1 }), line(1, { shipped: 1, delivered: 1 })]],
  ["delivered", "placed", "captured", [line(2, { shipped: 2, delivered: 2, returned: 1 })]],
  ["returned", "placed", "captured", [line(2, { shipped: 2, delivered: 2, returned: 2 })]],
  ["canceled", "placed", "voided", [line(2, { canceled: 2 })]],
] as const;

describe("an order is called", () => {
  it.each(CASES)("%s", (status, state, payment, lines) => {
    expect(orderStatus({ state, lines }, payment)).toBe(status);
  });

  it("every name there is", () => {
    expect(new Set(CASES.map(([status]) => status))).toEqual(new Set(ORDER_STATUSES));
  });
});

it("goes on without a capture when nothing had to be taken", () => {
  expect(orderStatus({ state: "placed", lines: [line(1)] }, "voided")).toBe("preparing");
});

it("counts what is neither canceled nor shipped as open", () => {
  expect(openUnits(line(5, { canceled: 1, shipped: 2 }))).toBe(2);
});
