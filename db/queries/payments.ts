import type { BrandId, CheckoutId, Instant, OrderId, PaymentId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import type { Minor } from "~/domain/kernel/money";
import type { CardOnFile } from "~/domain/payments/card";
import type { FactKind, PaymentFact } from "~/domain/payments/payment-facts";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** A payment with everything that happened to it. */
export type Payment = {
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly checkoutId: CheckoutId;
  readonly brandId: BrandId;
  readonly currency: Currency;
  readonly amountMinor: Minor;
  readonly card: CardOnFile | null;
  readonly createdAt: Instant;
  readonly isFinished: boolean;
  readonly nextLookAt: Instant;
  readonly looks: number;
  readonly version: number;
  readonly facts: readonly PaymentFact[];
};

type NewPayment = Pick<
  Payment,
  "paymentId" | "orderId" | "checkoutId" | "brandId" | "currency" | "amountMinor" | "createdAt" | "nextLookAt"
>;

/** Adds a payment that is about to be asked for. Errors: the database refuses a second one of an order (see `isDuplicate`). */
export async function insertPayment(tx: Tx, payment: NewPayment): Promise<void> {
  await tx
    .insertInto("payments")
    .values({
      id: payment.paymentId,
      order_id: payment.orderId,
      checkout_id: payment.checkoutId,
      brand_id: payment.brandId,
      currency: payment.currency,
      amount_minor: payment.amountMinor,
      card: null,
      created_at: payment.createdAt,
      next_look_at: payment.nextLookAt,
    })
    .execute();
}

/** Appends a fact. Errors: the database refuses a second success or capture of an order (see `isDuplicate`). */
export async function insertFact(
  tx: Tx,
  of: Pick<Payment, "paymentId" | "orderId" | "brandId">,
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

/** The payments of a checkout, by brand. */
export async function listPaymentsOf(q: Queryable, checkoutId: CheckoutId): Promise<readonly Payment[]> {
  return withFacts(q, await q.selectFrom("payments").selectAll().where("checkout_id", "=", checkoutId).orderBy("brand_id").execute());
}

/** The payments of these orders. */
export async function listPaymentsOfOrders(q: Queryable, orderIds: readonly OrderId[]): Promise<ReadonlyMap<OrderId, Payment>> {
  if (orderIds.length === 0) return new Map();
  const rows = await q
    .selectFrom("payments")
    .selectAll()
    .where("order_id", "in", [...orderIds])
    .execute();
  return new Map((await withFacts(q, rows)).map((payment) => [payment.orderId, payment]));
}

/** What a look changed about a payment besides its facts. */
export type PaymentChange = {
  readonly isFinished: boolean;
  readonly nextLookAt: Instant;
  readonly looks: number;
  readonly card?: CardOnFile | null;
};

/** Writes a payment's next state; false when it is no longer as it was read. */
export async function writePayment(tx: Tx, payment: Pick<Payment, "paymentId" | "version">, change: PaymentChange): Promise<boolean> {
  const row = await tx
    .updateTable("payments")
    .set({
      finished: change.isFinished ? 1 : 0,
      next_look_at: change.nextLookAt,
      looks: change.looks,
      version: payment.version + 1,
      ...(change.card === undefined || change.card === null ? {} : { card: JSON.stringify(change.card) }),
    })
    .where("id", "=", payment.paymentId)
    .where("version", "=", payment.version)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

type Row = {
  readonly id: string;
  readonly order_id: string;
  readonly checkout_id: string;
  readonly brand_id: string;
  readonly currency: string;
  readonly amount_minor: number;
  readonly card: string | null;
  readonly created_at: number;
  readonly finished: number;
  readonly next_look_at: number;
  readonly looks: number;
  readonly version: number;
};

async function withFacts(q: Queryable, rows: readonly Row[]): Promise<readonly Payment[]> {
  if (rows.length === 0) return [];
  const facts = await q
    .selectFrom("payment_facts")
    .select(["payment_id", "kind", "amount_minor", "reason", "at"])
    .where(
      "payment_id",
      "in",
      rows.map((row) => row.id),
    )
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    paymentId: row.id as PaymentId,
    orderId: row.order_id as OrderId,
    checkoutId: row.checkout_id as CheckoutId,
    brandId: row.brand_id as BrandId,
    currency: row.currency as Currency,
    amountMinor: row.amount_minor as Minor,
    card: row.card === null ? null : (JSON.parse(row.card) as CardOnFile),
    createdAt: row.created_at as Instant,
    isFinished: row.finished === 1,
    nextLookAt: row.next_look_at as Instant,
    looks: row.looks,
    version: row.version,
    facts: facts
      .filter((fact) => fact.payment_id === row.id)
      .map((fact) => ({
        kind: fact.kind as FactKind,
        amountMinor: fact.amount_minor as Minor,
        reason: fact.reason,
        at: fact.at as Instant,
      })),
  }));
}
