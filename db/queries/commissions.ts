import type { AffiliateId, BrandId, CommissionId, DecisionId, Instant, OrderId, OrderLineId, Ppm, TouchId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { type Minor, minor } from "~/domain/kernel/money";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** Money owed to one affiliate for one order line, with the touches that earned it. */
export type NewCommission = {
  readonly commissionId: CommissionId;
  readonly decisionId: DecisionId;
  readonly orderId: OrderId;
  readonly orderLineId: OrderLineId;
  readonly brandId: BrandId;
  readonly affiliateId: AffiliateId;
  readonly currency: Currency;
  readonly accruedMinor: Minor;
  readonly accruedAt: Instant;
  readonly parts: readonly { readonly touchId: TouchId; readonly ppm: Ppm; readonly accruedMinor: Minor }[];
};

/** Writes down pending commissions with their parts. Errors: the database refuses a second one for the same line and affiliate. */
export async function insertCommissions(tx: Tx, commissions: readonly NewCommission[]): Promise<void> {
  if (commissions.length === 0) return;
  await tx.insertInto("commissions").values(commissions.map(commissionRow)).execute();
  await tx.insertInto("commission_parts").values(commissions.flatMap(partRows)).execute();
}

function commissionRow(commission: NewCommission) {
  return {
    id: commission.commissionId,
    decision_id: commission.decisionId,
    order_id: commission.orderId,
    order_line_id: commission.orderLineId,
    brand_id: commission.brandId,
    affiliate_id: commission.affiliateId,
    currency: commission.currency,
    state: "pending",
    accrued_minor: commission.accruedMinor,
    accrued_at: commission.accruedAt,
  };
}

function partRows(commission: NewCommission) {
  return commission.parts.map((part, index) => ({
    commission_id: commission.commissionId,
    touch_id: part.touchId,
    brand_id: commission.brandId,
    affiliate_id: commission.affiliateId,
    position: index,
    ppm: part.ppm,
    accrued_minor: part.accruedMinor,
  }));
}

/** What a touch of a line earned, and from which account it would be taken back. */
export type CommissionPart = {
  readonly commissionId: CommissionId;
  readonly affiliateId: AffiliateId;
  readonly touchId: TouchId;
  readonly accruedMinor: Minor;
  readonly owedFrom: "affiliate_pending" | "affiliate_payable";
};

/** The parts of every commission of a line, by touch. */
export async function listLineParts(q: Queryable, orderLineId: OrderLineId): Promise<ReadonlyMap<TouchId, CommissionPart>> {
  const rows = await q
    .selectFrom("commission_parts as p")
    .innerJoin("commissions as c", "c.id", "p.commission_id")
    .select(["p.commission_id", "p.affiliate_id", "p.touch_id", "p.accrued_minor", "c.state"])
    .where("c.order_line_id", "=", orderLineId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.touch_id as TouchId,
      {
        commissionId: row.commission_id as CommissionId,
        affiliateId: row.affiliate_id as AffiliateId,
        touchId: row.touch_id as TouchId,
        accruedMinor: minor(row.accrued_minor),
        owedFrom: row.state === "pending" || row.state === "held" ? "affiliate_pending" : "affiliate_payable",
      },
    ]),
  );
}

/** Money taken back of one part, at one step of the program. */
export type NewReversal = {
  readonly reversalId: string;
  readonly commissionId: CommissionId;
  readonly touchId: TouchId;
  readonly orderLineId: OrderLineId;
  readonly brandId: BrandId;
  readonly affiliateId: AffiliateId;
  readonly cause: "cancel" | "refund";
  readonly programSeq: number;
  readonly amountMinor: Minor;
  readonly reversedAt: Instant;
};

/** Writes reversals down. Errors: the database refuses a second one of the same part and step. */
export async function insertReversals(tx: Tx, reversals: readonly NewReversal[]): Promise<void> {
  if (reversals.length === 0) return;
  await tx
    .insertInto("commission_reversals")
    .values(
      reversals.map((reversal) => ({
        id: reversal.reversalId,
        commission_id: reversal.commissionId,
        touch_id: reversal.touchId,
        order_line_id: reversal.orderLineId,
        brand_id: reversal.brandId,
        affiliate_id: reversal.affiliateId,
        cause: reversal.cause,
        program_seq: reversal.programSeq,
        amount_minor: reversal.amountMinor,
        reversed_at: reversal.reversedAt,
      })),
    )
    .execute();
}

/** What cancels before a step of the program took back of a line. */
export async function readBackBefore(
  q: Queryable,
  at: { readonly orderLineId: OrderLineId; readonly programSeq: number },
): Promise<{ readonly units: number; readonly baseMinor: Minor }> {
  const row = await q
    .selectFrom("order_line_cancels")
    .select(({ fn }) => [fn.sum<number | null>("quantity").as("units"), fn.sum<number | null>("base_back_minor").as("base")])
    .where("order_line_id", "=", at.orderLineId)
    .where("program_seq", "<", at.programSeq)
    .executeTakeFirstOrThrow();
  return { units: Number(row.units ?? 0), baseMinor: minor(Number(row.base ?? 0)) };
}
