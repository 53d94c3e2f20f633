import type { Explanation, LineDecision } from "~/domain/commission/decision";
import type { CommissionDecided } from "~/domain/events/commission-events";
import type { BrandId, DecisionId, Instant, OrderId, OrderLineId, ProductId, ProgramId } from "~/domain/kernel/branded";
import { type Minor, minor } from "~/domain/kernel/money";
import type { FrozenPath } from "~/domain/tracking/touch";
import { readStoredEvent } from "../event-payloads";
import type { Queryable } from "../open";
import { readExplanation } from "../payloads/explanation";
import { readTouchPath } from "../payloads/touch-path";
import type { Tx } from "../transaction";

/** An order line as its decision needs it. */
export type LineToDecideRow = {
  readonly orderLineId: OrderLineId;
  readonly productId: ProductId;
  readonly quantity: number;
  readonly grossMinor: Minor;
  readonly baseMinor: Minor;
  readonly path: FrozenPath;
};

/** The lines of an order in their order, with the touches they were frozen with. */
export async function listLinesToDecide(q: Queryable, orderId: OrderId): Promise<readonly LineToDecideRow[]> {
  const rows = await q
    .selectFrom("order_lines")
    .select(["id", "product_id", "quantity", "gross_minor", "base_minor", "touch_path"])
    .where("order_id", "=", orderId)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    orderLineId: row.id as OrderLineId,
    productId: row.product_id as ProductId,
    quantity: row.quantity,
    grossMinor: minor(row.gross_minor),
    baseMinor: minor(row.base_minor),
    path: readTouchPath(row.touch_path),
  }));
}

/** A decision about one affiliate on one line, with all it was made from. */
export type NewDecision = LineDecision & {
  readonly decisionId: DecisionId;
  readonly orderId: OrderId;
  readonly orderLineId: OrderLineId;
  readonly brandId: BrandId;
  readonly programId: ProgramId;
  readonly explanation: Explanation;
  readonly decidedAt: Instant;
};

/** Writes decisions down. Errors: the database refuses a second one for the same line and affiliate. */
export async function insertDecisions(tx: Tx, decisions: readonly NewDecision[]): Promise<void> {
  if (decisions.length === 0) return;
  await tx
    .insertInto("decisions")
    .values(
      decisions.map((decision) => ({
        id: decision.decisionId,
        order_id: decision.orderId,
        order_line_id: decision.orderLineId,
        brand_id: decision.brandId,
        program_id: decision.programId,
        affiliate_id: decision.affiliateId,
        commission_minor: decision.commissionMinor,
        reason: decision.reason,
        explanation: JSON.stringify(decision.explanation),
        decided_at: decision.decidedAt,
      })),
    )
    .execute();
}

/** What was decided about a line; every affiliate's decision holds the same explanation. `null` = nobody was in reach. */
export async function findExplanation(q: Queryable, orderLineId: OrderLineId): Promise<Explanation | null> {
  const row = await q
    .selectFrom("decisions")
    .select("explanation")
    .where("order_line_id", "=", orderLineId)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : readExplanation(row.explanation);
}

/** What was decided about an order, as the event log tells it. Errors: nothing was decided about it. */
export async function getDecided(q: Queryable, orderId: OrderId): Promise<CommissionDecided> {
  const row = await q
    .selectFrom("events")
    .selectAll()
    .where("subject_id", "=", orderId)
    .where("type", "=", "commission.decided")
    .executeTakeFirstOrThrow();
  const event = readStoredEvent(row);
  if (event.type !== "commission.decided") throw new Error(`The event ${event.id} is no decision`);
  return event.payload;
}
