import { sql } from "kysely";
import type { Address } from "~/domain/checkout/address";
import type { Bps, BrandId, CheckoutId, Instant, OrderId, PersonId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import type { Minor } from "~/domain/kernel/money";
import type { Order, Shopper } from "~/domain/orders/order";
import type { OrderState } from "~/domain/orders/order-status";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";
import { listOrderLines } from "./order-lines";

/** An order about to be paid. */
export type NewOrder = Omit<Order, "state" | "placedAt" | "cancelUntil" | "version" | "lines">;

/** Adds an order that waits for its payment. Errors: the database refuses a second order of the brand in the checkout (see `isDuplicate`). */
export async function insertOrder(tx: Tx, order: NewOrder): Promise<void> {
  await tx
    .insertInto("orders")
    .values({
      id: order.orderId,
      number: order.number,
      brand_id: order.brandId,
      checkout_id: order.checkoutId,
      person_id: order.personId,
      email: order.email,
      currency: order.currency,
      state: "awaiting_payment",
      tax_inclusive: order.taxInclusive ? 1 : 0,
      country: order.address.country,
      address: JSON.stringify(order.address),
      shipping_name: order.shipping.name,
      shipping_carrier: order.shipping.carrier,
      shipping_minor: order.shipping.amountMinor,
      shipping_tax_minor: order.shipping.taxMinor,
      shipping_tax_bps: order.shipping.taxBps,
      total_minor: order.totalMinor,
      fee_bps: order.feeBps,
      deliver_from: order.deliverFrom,
      deliver_to: order.deliverTo,
      created_at: order.createdAt,
    })
    .execute();
}

/** The first of these numbers that no order has. Errors: every one is taken. */
export async function pickFreeNumber(q: Queryable, numbers: readonly string[]): Promise<string> {
  const rows = await q
    .selectFrom("orders")
    .select("number")
    .where("number", "in", [...numbers])
    .execute();
  const taken = new Set(rows.map((row) => row.number));
  const free = numbers.find((number) => !taken.has(number));
  if (free === undefined) throw new Error(`Every one of ${numbers.length} order numbers is taken`);
  return free;
}

/** One order with its lines. */
export async function findOrder(q: Queryable, by: { readonly orderId: OrderId } | { readonly number: string }): Promise<Order | undefined> {
  const all = q.selectFrom("orders").selectAll();
  const row = await ("number" in by ? all.where("number", "=", by.number) : all.where("id", "=", by.orderId)).executeTakeFirst();
  return row === undefined ? undefined : (await withLines(q, [row]))[0];
}

/** Every order of a checkout with its lines, by brand: the order in which programs are locked. */
export async function listOrdersOf(q: Queryable, checkoutId: CheckoutId): Promise<readonly Order[]> {
  return withLines(q, await q.selectFrom("orders").selectAll().where("checkout_id", "=", checkoutId).orderBy("brand_id").execute());
}

/** A page of a shopper's placed orders, the newest first: the person's own, or those of a guest's bag. */
export async function listShopperOrders(
  q: Queryable,
  of: { readonly by: Shopper; readonly offset: number; readonly limit: number },
): Promise<readonly Order[]> {
  const rows = await ordersOf(q, of.by)
    .selectAll("orders")
    .orderBy("placed_at", "desc")
    .orderBy("orders.id", "desc")
    .offset(of.offset)
    .limit(of.limit)
    .execute();
  return withLines(q, rows);
}

/** How many there are of them. */
export async function countShopperOrders(q: Queryable, by: Shopper): Promise<number> {
  const row = await ordersOf(q, by)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function ordersOf(q: Queryable, by: Shopper) {
  const placed = q.selectFrom("orders").where("orders.state", "=", "placed");
  if (by.personId !== null) return placed.where("orders.person_id", "=", by.personId);
  const checkouts = q
    .selectFrom("checkouts")
    .select("id")
    .where("bag_id", "=", by.bagId ?? "");
  return placed.where("orders.person_id", "is", null).where("orders.checkout_id", "in", checkouts);
}

/** What an order of a checkout is called, whose it is and how it stands. */
export async function listCheckoutOrders(
  q: Queryable,
  checkoutId: CheckoutId,
): Promise<readonly { readonly orderId: OrderId; readonly number: string; readonly brandName: string; readonly state: OrderState }[]> {
  const rows = await q
    .selectFrom("orders as o")
    .innerJoin("brands as b", "b.id", "o.brand_id")
    .select(["o.id", "o.number", "o.state", "b.name"])
    .where("o.checkout_id", "=", checkoutId)
    .orderBy("b.name")
    .orderBy("o.id")
    .execute();
  return rows.map((row) => ({ orderId: row.id as OrderId, number: row.number, brandName: row.name, state: row.state as OrderState }));
}

/** True when the order is this shopper's: the person's own, or a guest's who holds the bag it was bought from. */
export async function isOwnOrder(q: Queryable, order: Pick<Order, "personId" | "checkoutId">, by: Shopper): Promise<boolean> {
  if (order.personId !== null) return order.personId === by.personId;
  const row = await q.selectFrom("checkouts").select("bag_id").where("id", "=", order.checkoutId).executeTakeFirst();
  return by.bagId !== null && row?.bag_id === by.bagId;
}

/** True when the shopper, by account or e-mail address, has no earlier order of the brand with a unit left. */
export async function isNewCustomer(
  q: Queryable,
  who: { readonly brandId: BrandId; readonly personId: PersonId | null; readonly email: string },
): Promise<boolean> {
  const row = await q
    .selectFrom("orders as o")
    .innerJoin("order_lines as l", "l.order_id", "o.id")
    .select("o.id")
    .where("o.brand_id", "=", who.brandId)
    .where("o.state", "=", "placed")
    .where((eb) => eb.or([eb("o.email", "=", who.email), eb("o.person_id", "=", who.personId ?? "")]))
    .whereRef("l.canceled", "<", "l.quantity")
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
}

/** Places an order that waited for its payment. Errors: it does not wait any more. */
export async function markPlaced(
  tx: Tx,
  orderId: OrderId,
  placed: { readonly now: Instant; readonly cancelUntil: Instant; readonly programSeq: number; readonly newCustomer: boolean },
): Promise<void> {
  await tx
    .updateTable("orders")
    .set({
      state: "placed",
      placed_at: placed.now,
      cancel_until: placed.cancelUntil,
      program_seq: placed.programSeq,
      new_customer: placed.newCustomer ? 1 : 0,
      version: sql<number>`version + 1`,
    })
    .where("id", "=", orderId)
    .where("state", "=", "awaiting_payment")
    .returning("id")
    .executeTakeFirstOrThrow();
}

/** Fails an order that waited for its payment. Errors: it does not wait any more. */
export async function markFailed(tx: Tx, orderId: OrderId): Promise<void> {
  await tx
    .updateTable("orders")
    .set({ state: "failed", version: sql<number>`version + 1` })
    .where("id", "=", orderId)
    .where("state", "=", "awaiting_payment")
    .returning("id")
    .executeTakeFirstOrThrow();
}

type Row = {
  readonly id: string;
  readonly number: string;
  readonly brand_id: string;
  readonly checkout_id: string;
  readonly person_id: string | null;
  readonly email: string;
  readonly currency: string;
  readonly state: string;
  readonly tax_inclusive: number;
  readonly address: string;
  readonly shipping_name: string;
  readonly shipping_carrier: string;
  readonly shipping_minor: number;
  readonly shipping_tax_minor: number;
  readonly shipping_tax_bps: number;
  readonly total_minor: number;
  readonly fee_bps: number;
  readonly deliver_from: number;
  readonly deliver_to: number;
  readonly created_at: number;
  readonly placed_at: number | null;
  readonly cancel_until: number | null;
  readonly version: number;
};

async function withLines(q: Queryable, rows: readonly Row[]): Promise<readonly Order[]> {
  const lines = await listOrderLines(
    q,
    rows.map((row) => row.id as OrderId),
  );
  return rows.map((row) => orderOf(row, lines.get(row.id as OrderId) ?? []));
}

function orderOf(row: Row, lines: Order["lines"]): Order {
  return {
    orderId: row.id as OrderId,
    number: row.number,
    brandId: row.brand_id as BrandId,
    checkoutId: row.checkout_id as CheckoutId,
    personId: row.person_id as PersonId | null,
    email: row.email,
    currency: row.currency as Currency,
    state: row.state as OrderState,
    taxInclusive: row.tax_inclusive === 1,
    address: JSON.parse(row.address) as Address,
    shipping: {
      name: row.shipping_name,
      carrier: row.shipping_carrier,
      amountMinor: row.shipping_minor as Minor,
      taxMinor: row.shipping_tax_minor as Minor,
      taxBps: row.shipping_tax_bps as Bps,
    },
    totalMinor: row.total_minor as Minor,
    feeBps: row.fee_bps as Bps,
    deliverFrom: row.deliver_from as Instant,
    deliverTo: row.deliver_to as Instant,
    createdAt: row.created_at as Instant,
    placedAt: row.placed_at as Instant | null,
    cancelUntil: row.cancel_until as Instant | null,
    version: row.version,
    lines,
  };
}
