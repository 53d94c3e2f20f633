import type { CommissionDecided, DecidedCredit } from "../events/commission-events";
import type { Instant, OrderLineId, Ppm, ProductId } from "../kernel/branded";
import { lineShares, shareLine } from "./credit-shares";
import { type DecidedLine, decideLine, type LineToDecide } from "./decide-line";

/** A line of an order that waits for its decision. */
export type OrderLineToDecide = Pick<LineToDecide, "path" | "quantity" | "grossMinor" | "baseMinor"> & {
  readonly orderLineId: OrderLineId;
  readonly productId: ProductId;
};

/** A line with all that was decided about it, and what of it the reports count for each credited touch. */
export type DecidedOrderLine = DecidedLine & {
  readonly orderLineId: OrderLineId;
  readonly productId: ProductId;
  readonly reported: readonly DecidedCredit[];
};

type OrderToDecide = {
  readonly program: LineToDecide["program"];
  readonly placedAt: Instant;
  readonly lines: readonly OrderLineToDecide[];
};

/** Decides each line of an order by itself; several affiliates may earn on one order. */
export function decideOrder({ program, placedAt, lines }: OrderToDecide): readonly DecidedOrderLine[] {
  if (lines.length === 0) return [];
  const shares = lineShares(lines);
  return lines.map(({ orderLineId, productId, ...line }, index) => {
    const decided = decideLine({ ...line, program, placedAt });
    return { ...decided, orderLineId, productId, reported: reportedCredits(decided, line, shares[index] as Ppm) };
  });
}

/** The lines as the event log tells them. */
export function toldLines(lines: readonly DecidedOrderLine[]): CommissionDecided["lines"] {
  return lines.map(({ orderLineId, productId, reported }) => ({ orderLineId, productId, credits: reported }));
}

function reportedCredits(
  { credits }: DecidedLine,
  line: Pick<OrderLineToDecide, "quantity" | "baseMinor">,
  orderPpm: Ppm,
): readonly DecidedCredit[] {
  const totals = { orderPpm, units: line.quantity, baseMinor: line.baseMinor };
  const shares = shareLine(
    totals,
    credits.map(({ ppm }) => ppm),
  );
  return credits.map(({ touch, ppm, commissionMinor }, index) => ({
    affiliateId: touch.affiliateId,
    touchId: touch.touchId,
    touchedAt: touch.at,
    channel: touch.channel,
    linkId: touch.linkId,
    postId: touch.postId,
    ppm,
    ...(shares[index] as (typeof shares)[number]),
    commissionMinor,
  }));
}
