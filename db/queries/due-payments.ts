import { sql } from "kysely";
import type { Bps, BrandId, CheckoutId, Instant, OrderId, OrderLineId, PaymentId, ProductId, VariantId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import type { Minor } from "~/domain/kernel/money";
import type { OrderState } from "~/domain/orders/order-status";
import type { FactKind, PaymentFact } from "~/domain/payments/payment-facts";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** A payment somebody has to look at. `looks`: how often nothing came of it since it last got on. */
export type DuePayment = { readonly paymentId: PaymentId; readonly version: number; readonly looks: number };

/** Unfinished payments whose time has come, the longest due first. */
export async function listDuePayments(
  q: Queryable,
  due: { readonly now: Instant; readonly limit: number },
): Promise<readonly DuePayment[]> {
  const rows = await q
    .selectFrom("payments")
    .select(["id", "version", "looks"])
    .where("finished", "=", 0)
    .where("next_look_at", "<=", due.now)
    .orderBy("next_look_at")
    .orderBy("id")
    .limit(due.limit)
    .execute();
  return rows.map((row) => ({ paymentId: row.id as PaymentId, version: row.version, looks: row.looks }));
}

/** Takes a due payment in hand until `nextLookAt`, when others may; false when somebody else has it. */
export async function takePayment(q: Queryable, due: DuePayment, nextLookAt: Instant): Promise<boolean> {
  const row = await q
    .updateTable("payments")
    .set({ next_look_at: nextLookAt, looks: due.looks + 1, version: due.version + 1 })
    .where("id", "=", due.paymentId)
    .where("version", "=", due.version)
    .where("finished", "=", 0)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Puts an unfinished payment's next look at this instant: it got on, so it counts from anew. */
export async function lookAgainAt(q: Queryable, paymentIds: readonly PaymentId[], at: Instant): Promise<void> {
  if (paymentIds.length === 0) return;
  await q
    .updateTable("payments")
    .set({ next_look_at: at, looks: 0, version: sql<number>`version + 1` })
    .where("id", "in", [...paymentIds])
    .where("finished", "=", 0)
    .execute();
}

/** Nobody needs to look at it again. */
export async function finishPayment(q: Queryable, paymentId: PaymentId): Promise<void> {
  await q.updateTable("payments").set({ finished: 1, looks: 0, version: sql<number>`version + 1` }).where("id", "=", paymentId).execute();
}

/** A payment with its order, as far as money is concerned. */
export type PaymentCase = {
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly checkoutId: CheckoutId;
  readonly brandId: BrandId;
  readonly currency: Currency;
  readonly finished: boolean;
  readonly facts: readonly PaymentFact[];
  readonly order: {
    readonly state: OrderState;
    readonly totalMinor: Minor;
    readonly taxInclusive: boolean;
    readonly feeBps: Bps;
    readonly cancelUntil: Instant | null;
    readonly lines: readonly CaseLine[];
  };
};

/** An order line as far as canceling and capturing go. */
export type CaseLine = {
  readonly orderLineId: OrderLineId;
  readonly productId: ProductId;
  readonly variantId: VariantId;
  readonly quantity: number;
  readonly canceled: number;
  readonly shipped: number;
  readonly paidMinor: Minor;
  readonly taxMinor: Minor;
  readonly baseMinor: Minor;
};

/** Everything a decision about the payment reads. Errors: there is no such payment. */
export async function getPaymentCase(
  q: Queryable,
  by: { readonly paymentId: PaymentId } | { readonly orderId: OrderId },
): Promise<PaymentCase> {
  const joined = q
    .selectFrom("payments as p")
    .innerJoin("orders as o", "o.id", "p.order_id")
    .select(["p.id", "p.order_id", "p.checkout_id", "p.brand_id", "p.currency", "p.finished"])
    .select(["o.state", "o.total_minor", "o.tax_inclusive", "o.fee_bps", "o.cancel_until"]);
  const row = await ("paymentId" in by
    ? joined.where("p.id", "=", by.paymentId)
    : joined.where("p.order_id", "=", by.orderId)
  ).executeTakeFirstOrThrow();
  return {
    paymentId: row.id as PaymentId,
    orderId: row.order_id as OrderId,
    checkoutId: row.checkout_id as CheckoutId,
    brandId: row.brand_id as BrandId,
    currency: row.currency as Currency,
    finished: row.finished === 1,
    facts: await listPaymentFacts(q, row.id as PaymentId),
    order: {
      state: row.state as OrderState,
      totalMinor: row.total_minor as Minor,
      taxInclusive: row.tax_inclusive === 1,
      feeBps: row.fee_bps as Bps,
      cancelUntil: row.cancel_until as Instant | null,
      lines: await listCaseLines(q, row.order_id as OrderId),
    },
  };
}

async function listPaymentFacts(q: Queryable, paymentId: PaymentId): Promise<readonly PaymentFact[]> {
  const rows = await q.selectFrom("payment_facts").selectAll().where("payment_id", "=", paymentId).orderBy("at").orderBy("id").execute();
  return rows.map((row) => ({
    kind: row.kind as FactKind,
    amountMinor: row.amount_minor as Minor,
    reason: row.reason,
    at: row.at as Instant,
  }));
}

async function listCaseLines(q: Queryable, orderId: OrderId): Promise<readonly CaseLine[]> {
  const rows = await q.selectFrom("order_lines").selectAll().where("order_id", "=", orderId).orderBy("position").execute();
  return rows.map((row) => ({
    orderLineId: row.id as OrderLineId,
    productId: row.product_id as ProductId,
    variantId: row.variant_id as VariantId,
    quantity: row.quantity,
    canceled: row.canceled,
    shipped: row.shipped,
    paidMinor: row.paid_minor as Minor,
    taxMinor: row.tax_minor as Minor,
    baseMinor: row.base_minor as Minor,
  }));
}

/**
 * Writes down what happened to a payment. Errors: the database refuses a second success or capture of one order
 * (see `isDuplicate`).
 */
export async function addPaymentFact(
  tx: Tx,
  of: Pick<PaymentCase, "paymentId" | "orderId" | "brandId">,
  fact: PaymentFact & { readonly factId: string },
): Promise<void> {
  await tx
    .insertInto("payment_facts")
    .values({
      id: fact.factId,
      payment_id: of.paymentId,
      order_id: of.orderId,
      brand_id: of.brandId,
      kind: fact.kind,
      amount_minor: fact.amountMinor,
      reason: fact.reason,
      at: fact.at,
    })
    .execute();
}
