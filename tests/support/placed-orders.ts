import type { NewEvent } from "~/domain/events/event";
import type { OrderLinesCanceled, ProgramStep } from "~/domain/events/order-events";
import type { Bps, CheckoutId, EventId, Instant, OrderId, OrderLineId, ProductId, VariantId } from "~/domain/kernel/branded";
import { parseCurrency } from "~/domain/kernel/currency";
import { DAY_MS, plusMs } from "~/domain/kernel/instant";
import { type Minor, minor } from "~/domain/kernel/money";
import { shareOf } from "~/domain/kernel/rates";
import { backSoFar } from "~/domain/kernel/take-back";
import type { FrozenPath, PathTouch } from "~/domain/tracking/touch";
import { claimEvents } from "~/services/claim-events";
import { decideCommissions } from "~/services/decide-commissions";
import { recordEvents } from "~db/queries/events";
import { takeNextStep } from "~db/queries/programs";
import { type Tx, transact } from "~db/transaction";
import type { World } from "./databases";
import type { Shop } from "./shops";

export type LineSpec = {
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly discountMinor?: number;
  readonly taxBps?: number;
  readonly touches: readonly PathTouch[];
  readonly productId?: string;
};

type OrderSpec = {
  readonly lines: readonly LineSpec[];
  readonly taxInclusive?: boolean;
  /** When the checkout was first opened; the order is placed now. */
  readonly frozenAt?: number;
  readonly shippingMinor?: number;
};

export type PlacedOrder = {
  readonly orderId: OrderId;
  readonly eventId: EventId;
  readonly lines: readonly PlacedLine[];
};

export type PlacedLine = {
  readonly orderLineId: OrderLineId;
  readonly productId: ProductId;
  readonly quantity: number;
  readonly paidMinor: Minor;
  readonly taxMinor: Minor;
  readonly baseMinor: Minor;
};

/** Writes a paid order with its event, at the world's present. */
export function placeOrder(world: World, shop: Shop, spec: OrderSpec): Promise<PlacedOrder> {
  const now = world.clock.now();
  const orderId = world.deps.ids.next("ord") as OrderId;
  const lines = spec.lines.map((line) => ({ line, amounts: amountsOf(line, spec.taxInclusive ?? true), id: world.deps.ids.next("lin") }));
  return transact(world.db, async (tx) => {
    const step = await takeNextStep(tx, shop.brandId);
    const checkoutId = await insertCheckout(world, tx, shop);
    const total = lines.reduce((sum, { amounts }) => sum + amounts.dueMinor, spec.shippingMinor ?? 0);
    await insertOrder(tx, shop, { orderId, checkoutId, step, now, total, spec });
    const placed: (PlacedLine & { readonly grossMinor: Minor; readonly variantId: VariantId })[] = [];
    for (const [position, { line, amounts, id }] of lines.entries()) {
      const path: FrozenPath = { frozenAt: (spec.frozenAt ?? now) as Instant, touches: line.touches };
      const { dueMinor, ...told } = amounts;
      const productId = (line.productId ?? "prd_1") as ProductId;
      const made = { orderLineId: id as OrderLineId, productId, variantId: "var_1" as VariantId, quantity: line.quantity, ...told };
      await insertLine(tx, shop, { made, line, path, orderId, position });
      placed.push(made);
    }
    const payload = {
      ...step,
      checkoutId,
      personId: null,
      currency: currencyOf(shop),
      newCustomer: true,
      shippingMinor: minor(spec.shippingMinor ?? 0),
    };
    const event: NewEvent = {
      type: "order.placed",
      brandId: shop.brandId,
      subjectId: orderId,
      occurredAt: now,
      payload: { ...payload, lines: placed.map((line) => ({ ...line })) },
    };
    const [eventId] = await recordEvents(tx, world.deps, [event]);
    return { orderId, eventId: eventId as EventId, lines: placed };
  });
}

function amountsOf(line: LineSpec, taxInclusive: boolean) {
  const { quantity, unitPriceMinor, discountMinor = 0, taxBps = 2_000 } = line;
  const list = quantity * unitPriceMinor;
  const paid = minor(list - discountMinor);
  const tax = (amount: number): number => (taxInclusive ? Math.round((amount * taxBps) / (10_000 + taxBps)) : 0);
  const taxMinor = minor(tax(paid));
  const extra = taxInclusive ? 0 : shareOf(paid, taxBps as Bps);
  return { grossMinor: minor(list - tax(list)), paidMinor: paid, taxMinor, baseMinor: minor(paid - taxMinor), dueMinor: paid + extra };
}

async function insertCheckout(world: World, tx: Tx, shop: Shop): Promise<CheckoutId> {
  const now = world.clock.now();
  const bagId = world.deps.ids.next("bag");
  const checkoutId = world.deps.ids.next("chk") as CheckoutId;
  await tx.insertInto("bags").values({ id: bagId, token_hash: bagId, person_id: null, created_at: now, updated_at: now }).execute();
  const empty = { person_id: null, visitor_id: null, inherits_from: null, email: null, address: null, card_entry_id: null, pay_key: null };
  await tx
    .insertInto("checkouts")
    .values({
      ...{ id: checkoutId, bag_id: bagId, currency: shop.currency, state: "placed", opened_at: now, seen_at: now, shipping: "{}" },
      ...{ ...empty, pay_hash: null, fate: "placed", decided_at: now },
    })
    .execute();
  return checkoutId;
}

type OrderRow = {
  readonly orderId: OrderId;
  readonly checkoutId: CheckoutId;
  readonly step: ProgramStep;
  readonly now: Instant;
  readonly total: number;
  readonly spec: OrderSpec;
};

async function insertOrder(tx: Tx, shop: Shop, { orderId, checkoutId, step, now, total, spec }: OrderRow): Promise<void> {
  const who = { person_id: null, email: "mia@example.org", address: "{}", country: "FR", new_customer: 1 };
  const shipping = { shipping_name: "Post", shipping_carrier: "post", shipping_minor: spec.shippingMinor ?? 0, shipping_tax_minor: 0 };
  await tx
    .insertInto("orders")
    .values({
      ...{ id: orderId, number: orderId, brand_id: shop.brandId, checkout_id: checkoutId, currency: shop.currency, state: "placed" },
      ...{ ...who, ...shipping, shipping_tax_bps: 0, tax_inclusive: spec.taxInclusive === false ? 0 : 1, total_minor: total },
      ...{ fee_bps: shop.feeBps, deliver_from: now, deliver_to: now, created_at: now, placed_at: now, cancel_until: now },
      program_seq: step.programSeq,
    })
    .execute();
  await insertPayment(tx, shop, { orderId, checkoutId, now, total });
}

/** Authorised; nobody looks at it for the time any test takes. */
async function insertPayment(tx: Tx, shop: Shop, { orderId, checkoutId, now, total }: Omit<OrderRow, "step" | "spec">): Promise<void> {
  const paymentId = `pay_${orderId}`;
  const about = { order_id: orderId, brand_id: shop.brandId };
  const later = plusMs(now, 1_000 * DAY_MS);
  await tx
    .insertInto("payments")
    .values({
      ...{ id: paymentId, ...about, checkout_id: checkoutId, currency: shop.currency, amount_minor: total, card: null },
      ...{ created_at: now, next_look_at: later },
    })
    .execute();
  const fact = { id: `fct_${orderId}`, kind: "authorised", amount_minor: total, reason: null, at: now };
  await tx
    .insertInto("payment_facts")
    .values({ ...fact, ...about, payment_id: paymentId })
    .execute();
}

type LineRow = {
  readonly made: PlacedLine & { readonly grossMinor: Minor; readonly variantId: VariantId };
  readonly line: LineSpec;
  readonly path: FrozenPath;
  readonly orderId: OrderId;
  readonly position: number;
};

async function insertLine(tx: Tx, shop: Shop, { made, line, path, orderId, position }: LineRow): Promise<void> {
  const shown = { title: "Thing", option_text: "", picture_url: null };
  const amounts = { list_minor: made.quantity * line.unitPriceMinor, discount_minor: line.discountMinor ?? 0, paid_minor: made.paidMinor };
  await tx
    .insertInto("order_lines")
    .values({
      ...{ id: made.orderLineId, order_id: orderId, brand_id: shop.brandId, product_id: made.productId, variant_id: made.variantId },
      ...{ ...shown, position, quantity: made.quantity, unit_price_minor: line.unitPriceMinor, ...amounts },
      ...{ tax_bps: line.taxBps ?? 2_000, tax_minor: made.taxMinor, gross_minor: made.grossMinor, base_minor: made.baseMinor },
      touch_path: JSON.stringify(path),
    })
    .execute();
}

type CancelSpec = { readonly line: PlacedLine; readonly quantity: number };

/** Cancels units of an order's lines, as the shopper would inside the window. */
export function cancelUnits(world: World, shop: Shop, order: PlacedOrder, cancels: readonly CancelSpec[]): Promise<EventId> {
  const now = world.clock.now();
  return transact(world.db, async (tx) => {
    const step = await takeNextStep(tx, shop.brandId);
    const lines: OrderLinesCanceled["lines"][number][] = [];
    for (const { line, quantity } of cancels) {
      const before = await tx.selectFrom("order_lines").select("canceled").where("id", "=", line.orderLineId).executeTakeFirstOrThrow();
      const back = backBetween(line, { before: before.canceled, after: before.canceled + quantity });
      await tx
        .updateTable("order_lines")
        .set({ canceled: before.canceled + quantity })
        .where("id", "=", line.orderLineId)
        .execute();
      await tx
        .insertInto("order_line_cancels")
        .values({
          ...{ id: world.deps.ids.next("cnl"), order_id: order.orderId, order_line_id: line.orderLineId, brand_id: shop.brandId, quantity },
          ...{ paid_back_minor: back.paidBackMinor, tax_back_minor: back.taxBackMinor, base_back_minor: back.baseBackMinor },
          ...{ reason: "changed_mind", program_seq: step.programSeq, canceled_at: now },
        })
        .execute();
      lines.push({ orderLineId: line.orderLineId, productId: line.productId, quantity, ...back });
    }
    const payload = { ...step, currency: currencyOf(shop), reason: "changed_mind", lines };
    const event: NewEvent = { type: "order.lines_canceled", brandId: shop.brandId, subjectId: order.orderId, occurredAt: now, payload };
    const [eventId] = await recordEvents(tx, world.deps, [event]);
    return eventId as EventId;
  });
}

/** What goes back between two counts of canceled units. */
function backBetween(line: PlacedLine, { before, after }: { readonly before: number; readonly after: number }) {
  const from = backAfter(line, before);
  const to = backAfter(line, after);
  return { paidBackMinor: minor(to.paid - from.paid), taxBackMinor: minor(to.tax - from.tax), baseBackMinor: minor(to.base - from.base) };
}

/** Paid goes back by units, tax by paid, base is the rest. */
function backAfter(line: PlacedLine, units: number): { readonly paid: number; readonly tax: number; readonly base: number } {
  const paid = backSoFar(line.paidMinor, { taken: units, of: line.quantity });
  const tax = backSoFar(line.taxMinor, { taken: paid, of: line.paidMinor });
  return { paid, tax, base: paid - tax };
}

function currencyOf(shop: Shop) {
  const currency = parseCurrency(shop.currency);
  if (currency === undefined) throw new Error(shop.currency);
  return currency;
}

/** Lets one worker take in what is due, batch after batch. Returns how many steps it decided. */
export async function decideAll(world: World, batchSize = 100): Promise<number> {
  let decided = 0;
  for (;;) {
    const claimed = await claimEvents(world.deps, { consumer: "commission.decide", batchSize, batchesAhead: 1 });
    if (claimed === null) return decided;
    decided += (await decideCommissions(world.deps, { batchId: claimed.batchId })).decided;
  }
}
