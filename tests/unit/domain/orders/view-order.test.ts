import { describe, expect, it } from "vitest";
import { lineTotals, orderTotals } from "~/domain/checkout/totals";
import type { Instant, PaymentId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import { bps } from "~/domain/kernel/rates";
import type { Order } from "~/domain/orders/order";
import { viewOrder } from "~/domain/orders/view-order";
import type { FactKind } from "~/domain/payments/payment-facts";

const terms = { taxInclusive: true, taxBps: bps(2_000) };
const amounts = lineTotals({ unitPriceMinor: minor(2_999), quantity: 3, discountMinor: minor(900) }, terms);
const { totalMinor } = orderTotals([amounts], { amountMinor: minor(499), ...terms });

function view(canceled: number, now: number, ...kinds: readonly FactKind[]) {
  const line = { ...amounts, quantity: 3, canceled, shipped: 0, delivered: 0, returned: 0 };
  const order = { state: "placed", totalMinor, taxInclusive: true, cancelUntil: 100, lines: [line] } as never as Order;
  const facts = kinds.map((kind) => ({ kind, amountMinor: totalMinor, reason: null, at: 0 as Instant }));
  const payment = { paymentId: "pay" as PaymentId, card: null, facts };
  return viewOrder(order, { brand: { slug: "brume", name: "Brume" }, payment, now: now as Instant });
}

describe("an order's view", () => {
  it("says what is not to be paid any more: canceled units, and shipping with the last of them", () => {
    expect([0, 1, 3].map((canceled) => view(canceled, 1, "authorised").canceledMinor)).toEqual([0, 2_699, 8_596]);
  });

  it("lets cancel until the window closes or the capture is ordered, while anything is left", () => {
    expect(view(1, 99, "authorised").isCancelable).toBe(true);
    expect(view(1, 100, "authorised").isCancelable).toBe(false);
    expect(view(1, 99, "authorised", "capture_requested").isCancelable).toBe(false);
    expect(view(3, 99, "authorised").isCancelable).toBe(false);
  });

  it("derives the status and the sums", () => {
    expect(view(0, 200, "authorised", "captured")).toMatchObject({ status: "preparing", payment: { capturedMinor: totalMinor } });
  });
});
