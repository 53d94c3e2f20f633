import { lineTotals, orderTotals } from "~/domain/checkout/totals";
import type { CheckoutId, Instant, OrderId, OrderLineId, PaymentId, VariantId } from "~/domain/kernel/branded";
import { MINUTE_MS, plusMs } from "~/domain/kernel/instant";
import { minor } from "~/domain/kernel/money";
import { bps } from "~/domain/kernel/rates";
import type { OrderState } from "~/domain/orders/order-status";
import type { ShopDeps } from "~/services/deps";
import { recordEvents } from "~db/queries/events";
import { takeNextStep } from "~db/queries/programs";
import { type Tx, transact } from "~db/transaction";
import { cardEntry, currency } from "./card-payments";
import type { World } from "./databases";
import type { TestProvider } from "./payments-provider";
import type { Shop } from "./shops";

/** An order as it stands right after its checkout, with its payment in the provider's books. */
export type PaidOrder = {
  readonly orderId: OrderId;
  readonly orderLineId: OrderLineId;
  readonly variantId: VariantId;
  readonly paymentId: PaymentId;
  readonly checkoutId: CheckoutId;
  readonly bagId: string;
  readonly totalMinor: number;
};

type Spec = {
  readonly quantity?: number;
  readonly unitPriceMinor?: number;
  readonly discountMinor?: number;
  readonly taxInclusive?: boolean;
  readonly state?: OrderState;
  readonly personId?: string;
  /** Whether the bank has said yes; else the provider never hears of it. */
  readonly authorised?: boolean;
};

const WINDOW_MS = 30 * MINUTE_MS;
const STOCK = 100;

/** What use cases around payments need, with this provider behind them. */
export function shopDeps(world: World, provider: Pick<TestProvider, "payments">): ShopDeps {
  return { ...world.deps, payments: provider.payments, publicOrigin: "http://shop.localhost" };
}

/**
 * Writes what a checkout of the worked example leaves behind (domain §8: 3 × 29.99, coupon 10 %, 20 % tax inside,
 * shipping 4.99), and authorises it: an order whose cancel window runs for thirty minutes from now.
 */
export async function paidOrder(
  world: World,
  { provider, shop }: { readonly provider: TestProvider; readonly shop: Shop },
  spec: Spec = {},
): Promise<PaidOrder> {
  const made = plan(world, spec);
  await transact(world.db, (tx) => write(world, tx, shop, made));
  if (spec.authorised !== false) await authorise(provider, shop, made);
  return made;
}

type Plan = ReturnType<typeof plan>;

/** Ids as the product makes them, because all worlds of a suite share one provider. */
function plan(world: World, spec: Spec) {
  const id = (prefix: string): string => `${prefix}_${crypto.randomUUID().replaceAll("-", "")}`;
  const terms = { taxInclusive: spec.taxInclusive ?? true, taxBps: bps(2_000) };
  const quantity = spec.quantity ?? 3;
  const unitPriceMinor = minor(spec.unitPriceMinor ?? 2_999);
  const line = lineTotals({ unitPriceMinor, quantity, discountMinor: minor(spec.discountMinor ?? 900) }, terms);
  const totals = orderTotals([line], { amountMinor: minor(499), ...terms });
  return {
    orderId: id("ord") as OrderId,
    orderLineId: id("lin") as OrderLineId,
    variantId: id("var") as VariantId,
    productId: id("prd"),
    paymentId: id("pay") as PaymentId,
    checkoutId: id("chk") as CheckoutId,
    bagId: id("bag"),
    now: world.clock.now(),
    state: spec.state ?? "placed",
    personId: spec.personId ?? null,
    authorised: spec.authorised !== false,
    totalMinor: totals.totalMinor,
    terms,
    quantity,
    unitPriceMinor,
    line,
    totals,
  };
}

async function write(world: World, tx: Tx, shop: Shop, made: Plan): Promise<void> {
  await writeProduct(tx, shop, made);
  await writeCheckout(tx, shop, made);
  await writeOrder(world, tx, shop, made);
  await tx
    .insertInto("payments")
    .values({
      ...{ id: made.paymentId, order_id: made.orderId, checkout_id: made.checkoutId, brand_id: shop.brandId, currency: shop.currency },
      ...{ amount_minor: made.totalMinor, card: null, created_at: made.now, next_look_at: made.now },
    })
    .execute();
  const kinds = ["requested", ...(made.authorised && made.state === "placed" ? ["authorised"] : [])];
  for (const kind of kinds) {
    const about = { payment_id: made.paymentId, order_id: made.orderId, brand_id: shop.brandId, reason: null, at: made.now };
    await tx
      .insertInto("payment_facts")
      .values({ id: `${kind}_${made.paymentId}`, kind, amount_minor: made.totalMinor, ...about })
      .execute();
  }
}

async function writeProduct(
  tx: Tx,
  shop: Shop,
  { orderId, productId, variantId, now, quantity, state, unitPriceMinor }: Plan,
): Promise<void> {
  const about = { brand_id: shop.brandId, created_at: now };
  const facts = { handle: productId, title: "Lamp", description: "", vendor: "", category: "", status: "active", options: "[]" };
  await tx
    .insertInto("products")
    .values({ id: productId, ...about, ...facts, updated_at: now })
    .execute();
  const variant = { option_values: "[]", sku: null, barcode: null, compare_at_minor: null, image_url: null, position: 0 };
  await tx
    .insertInto("variants")
    .values({ id: variantId, brand_id: shop.brandId, product_id: productId, price_minor: unitPriceMinor, ...variant })
    .execute();
  const sold = state === "placed" ? quantity : 0;
  const reserved = state === "awaiting_payment" ? quantity : 0;
  await tx
    .insertInto("stock_levels")
    .values({ variant_id: variantId, brand_id: shop.brandId, on_hand: STOCK - sold, reserved })
    .execute();
  const movement = (reason: string, moved: number) => ({ id: `${reason}_${variantId}`, variant_id: variantId, reason, quantity: moved });
  const movements = [movement("import", STOCK), ...(sold === 0 ? [] : [movement("sale", -sold)])];
  await tx
    .insertInto("stock_movements")
    .values(movements.map((row) => ({ ...row, ...about, source_id: row.quantity > 0 ? "import" : orderId })))
    .execute();
}

async function writeCheckout(tx: Tx, shop: Shop, made: Plan): Promise<void> {
  const { now, bagId, checkoutId, personId } = made;
  const state = made.state === "awaiting_payment" ? "paying" : made.state;
  await tx.insertInto("bags").values({ id: bagId, token_hash: bagId, person_id: personId, created_at: now, updated_at: now }).execute();
  const empty = { visitor_id: null, inherits_from: null, email: null, address: null, card_entry_id: null, card_token: null };
  const decided = state === "paying" ? { fate: null, decided_at: null } : { fate: state, decided_at: now };
  await tx
    .insertInto("checkouts")
    .values({
      ...{ id: checkoutId, bag_id: bagId, person_id: personId, currency: shop.currency, state, opened_at: now, seen_at: now },
      ...{ shipping: "{}", pay_key: checkoutId, pay_hash: "", paid_at: now, ...empty, ...decided },
    })
    .execute();
}

async function writeOrder(world: World, tx: Tx, shop: Shop, made: Plan): Promise<void> {
  const { now, totals, line, terms, orderId } = made;
  const isPlaced = made.state === "placed";
  const step = isPlaced ? await takeNextStep(tx, shop.brandId) : null;
  const who = { person_id: made.personId, email: "mia@example.org", address: "{}", country: "FR", new_customer: isPlaced ? 1 : null };
  const shipping = { shipping_name: "Post", shipping_carrier: "post", shipping_minor: 499, shipping_tax_minor: totals.shippingTaxMinor };
  const placed = { placed_at: isPlaced ? now : null, cancel_until: isPlaced ? plusMs(now, WINDOW_MS) : null };
  await tx
    .insertInto("orders")
    .values({
      ...{ id: orderId, number: orderId, brand_id: shop.brandId, checkout_id: made.checkoutId, currency: shop.currency },
      ...{ ...who, ...shipping, ...placed, state: made.state, shipping_tax_bps: terms.taxBps, tax_inclusive: terms.taxInclusive ? 1 : 0 },
      ...{ total_minor: made.totalMinor, fee_bps: shop.feeBps, deliver_from: now, deliver_to: now, created_at: now },
      program_seq: step?.programSeq ?? null,
    })
    .execute();
  await writeLine(tx, shop, made);
  if (step === null) return;
  const { orderLineId, variantId, quantity } = made;
  const told = { orderLineId, productId: made.productId as never, variantId, quantity };
  const amounts = { grossMinor: line.grossMinor, paidMinor: line.paidMinor, taxMinor: line.taxMinor, baseMinor: line.baseMinor };
  const order = { checkoutId: made.checkoutId, personId: null, currency: currency(shop.currency), newCustomer: true };
  const payload = { ...step, ...order, shippingMinor: minor(499), lines: [{ ...told, ...amounts }] };
  await recordEvents(tx, world.deps, [{ type: "order.placed", brandId: shop.brandId, subjectId: orderId, occurredAt: now, payload }]);
}

async function writeLine(tx: Tx, shop: Shop, made: Plan): Promise<void> {
  const { line, now } = made;
  const shown = { title: "Lamp", option_text: "", picture_url: null };
  const amounts = { list_minor: line.listMinor, discount_minor: line.discountMinor, paid_minor: line.paidMinor, tax_minor: line.taxMinor };
  await tx
    .insertInto("order_lines")
    .values({
      ...{ id: made.orderLineId, order_id: made.orderId, brand_id: shop.brandId, product_id: made.productId, variant_id: made.variantId },
      ...{ ...shown, ...amounts, position: 0, quantity: made.quantity, unit_price_minor: made.unitPriceMinor, tax_bps: made.terms.taxBps },
      ...{ gross_minor: line.grossMinor, base_minor: line.baseMinor },
      touch_path: JSON.stringify({ frozenAt: now, touches: [] }),
    })
    .execute();
  const state = { placed: "sold", awaiting_payment: "held", failed: "released" }[made.state];
  const held = { order_id: made.orderId, variant_id: made.variantId, brand_id: shop.brandId, quantity: made.quantity };
  await tx
    .insertInto("reservations")
    .values({ ...held, state, expires_at: plusMs(now, 15 * MINUTE_MS) })
    .execute();
}

async function authorise(provider: TestProvider, shop: Shop, made: Plan): Promise<void> {
  const entryId = await cardEntry(provider);
  const payment = { paymentId: made.paymentId, amountMinor: made.totalMinor, currency: currency(shop.currency), statementName: "Brume" };
  const returnUrl = `${provider.appOrigin}/checkout/back`;
  const answer = await provider.payments.authorise({ groupId: made.checkoutId, source: { entryId }, returnUrl, payments: [payment] });
  if (answer.payments[0]?.state !== "authorised") throw new Error("The bank did not say yes.");
}

/** The kinds of facts written of a payment, in their order, with their amounts. */
export async function factsOf(world: World, paymentId: PaymentId): Promise<readonly (readonly [string, number])[]> {
  const rows = await world.db.query.selectFrom("payment_facts").selectAll().where("payment_id", "=", paymentId).orderBy("at").execute();
  return rows.map((row) => [row.kind, row.amount_minor] as const);
}

/** What lies on the shelf. */
export async function stockOf(world: World, variantId: VariantId): Promise<{ readonly on_hand: number; readonly reserved: number }> {
  return world.db.query
    .selectFrom("stock_levels")
    .select(["on_hand", "reserved"])
    .where("variant_id", "=", variantId)
    .executeTakeFirstOrThrow();
}

/** The end of a paid order's cancel window. */
export function windowEnd(at: Instant): Instant {
  return plusMs(at, WINDOW_MS);
}
