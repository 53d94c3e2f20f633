import type { CheckoutLine, CheckoutShop } from "~/domain/checkout/checkout";
import { UNKNOWN_MS } from "~/domain/checkout/checkout-times";
import { freezePath, reachOf } from "~/domain/checkout/freeze-path";
import type { Seller, TaxRates } from "~/domain/checkout/price-shop";
import { STANDARD_CLASS } from "~/domain/checkout/tax-defaults";
import type { AffiliateId, Instant, OrderId, OrderLineId, PaymentId, PersonId, VisitorId } from "~/domain/kernel/branded";
import { plusMs, SECOND_MS } from "~/domain/kernel/instant";
import { orderNumber } from "~/domain/orders/order-number";
import type { FrozenPath } from "~/domain/tracking/touch";
import type { Clock } from "~/ports/clock";
import type { Ids } from "~/ports/ids";
import type { Tx } from "../transaction";
import { listSelves } from "./affiliates";
import type { StoredCheckout } from "./checkouts";
import { insertOrderLines, type NewOrderLine } from "./order-lines";
import { insertOrder, pickFreeNumber } from "./orders";
import { insertFact, insertPayment } from "./payments";
import { getWindowDays } from "./programs";
import { reserveUnits } from "./reservations";
import { readTaxRates } from "./taxes";
import { listPath } from "./touches";

type By = { readonly clock: Clock; readonly ids: Ids };

/** A checkout that is complete: who buys, where it goes, and how. */
export type ReadyCheckout = StoredCheckout & { readonly email: string; readonly address: NonNullable<StoredCheckout["address"]> };
export type ReadyShop = CheckoutShop & { readonly seller: Seller; readonly chosen: NonNullable<CheckoutShop["chosen"]> };

/** Numbers tried for one order; they grow from the third on, so that this many never are all taken. */
const NUMBERS = 8;

/** The shopper's own request asks at once and gives up after five seconds; whoever crashed did not. */
const FIRST_LOOK_MS = 10 * SECOND_MS;

/**
 * Writes one brand's order as it waits for its payment: lines with their frozen paths, reserved stock, and the
 * payment about to be asked for. Errors: the stock was not checked in this transaction and is not there.
 */
export async function writeOrder(
  tx: Tx,
  by: By,
  what: { readonly checkout: ReadyCheckout; readonly shop: ReadyShop; readonly buyer: Buyer },
): Promise<void> {
  const { checkout, shop, buyer } = what;
  const now = by.clock.now();
  const orderId = by.ids.next("ord") as OrderId;
  const { brandId } = shop;
  const secret = by.ids.secret();
  const number = await pickFreeNumber(
    tx,
    Array.from({ length: NUMBERS }, (_, attempt) => orderNumber(secret, attempt)),
  );
  const rates = await readTaxRates(tx, { brandIds: [brandId], country: checkout.address.country });
  await insertOrder(tx, { ...orderFacts(checkout, shop, rates), orderId, number, personId: buyer.personId, createdAt: now });
  await insertOrderLines(tx, { orderId, brandId }, await linesOf(tx, by, { ...what, rates }));
  const until = plusMs(now, UNKNOWN_MS);
  const short = await reserveUnits(tx, { orderId, brandId, until }, shop.lines);
  if (short.length > 0) throw new Error(`The stock of ${short.join(", ")} changed within one transaction`);
  await writePaymentOf(tx, by, { checkout, shop, orderId });
}

/** Who buys, as far as touches are found by it. */
export type Buyer = { readonly personId: PersonId | null; readonly visitorIds: readonly VisitorId[] };

function orderFacts(checkout: ReadyCheckout, { brandId, seller, chosen, totals }: ReadyShop, rates: TaxRates) {
  return {
    brandId,
    checkoutId: checkout.checkoutId,
    email: checkout.email,
    currency: checkout.currency,
    taxInclusive: seller.taxInclusive,
    address: checkout.address,
    shipping: {
      name: chosen.name,
      carrier: chosen.carrier,
      amountMinor: totals.shippingMinor,
      taxMinor: totals.shippingTaxMinor,
      taxBps: rates(brandId, STANDARD_CLASS),
    },
    totalMinor: totals.totalMinor,
    feeBps: seller.feeBps,
    deliverFrom: chosen.delivery.from,
    deliverTo: chosen.delivery.to,
  };
}

type LinesFor = { readonly checkout: ReadyCheckout; readonly shop: ReadyShop; readonly buyer: Buyer; readonly rates: TaxRates };

async function linesOf(tx: Tx, by: By, { checkout, shop, buyer, rates }: LinesFor): Promise<readonly NewOrderLine[]> {
  const windowDays = await getWindowDays(tx, shop.brandId);
  const selves = await listSelves(tx, { personId: buyer.personId, email: checkout.email });
  const paths = new Map<string, FrozenPath>();
  const lines: NewOrderLine[] = [];
  for (const [position, line] of shop.lines.entries()) {
    const { offer } = line;
    if (offer === null) throw new Error(`${line.variantId} is bought without being on offer`);
    const key = `${offer.productId} ${line.frozenAt}`;
    const path = paths.get(key) ?? (await pathOf(tx, { checkout, buyer, line, windowDays, selves }));
    paths.set(key, path);
    lines.push({
      orderLineId: by.ids.next("oln") as OrderLineId,
      productId: offer.productId,
      variantId: line.variantId,
      position,
      title: offer.title,
      optionText: offer.optionText,
      pictureUrl: offer.pictureUrl,
      quantity: line.quantity,
      unitPriceMinor: offer.priceMinor,
      listMinor: line.listMinor,
      discountMinor: line.discountMinor,
      paidMinor: line.paidMinor,
      taxBps: rates(shop.brandId, offer.taxClass),
      taxMinor: line.taxMinor,
      grossMinor: line.grossMinor,
      baseMinor: line.baseMinor,
      path,
    });
  }
  return lines;
}

type PathFor = {
  readonly checkout: ReadyCheckout;
  readonly buyer: Buyer;
  readonly line: CheckoutLine;
  readonly windowDays: number;
  readonly selves: ReadonlySet<AffiliateId>;
};

async function pathOf(tx: Tx, { checkout, buyer, line, windowDays, selves }: PathFor): Promise<FrozenPath> {
  const { brandId, frozenAt, offer } = line;
  if (offer === null) throw new Error(`${line.variantId} is bought without being on offer`);
  const reach: { readonly from: Instant; readonly until: Instant } = reachOf(frozenAt, windowDays);
  const { personId, visitorIds } = buyer;
  const touches = await listPath(tx, { visitorIds, personId, bagId: checkout.bagId, brandId, productId: offer.productId, ...reach });
  return freezePath(frozenAt, touches, selves);
}

async function writePaymentOf(
  tx: Tx,
  by: By,
  { checkout, shop, orderId }: { readonly checkout: ReadyCheckout; readonly shop: ReadyShop; readonly orderId: OrderId },
): Promise<void> {
  const now = by.clock.now();
  const paymentId = by.ids.next("pay") as PaymentId;
  const { checkoutId, currency } = checkout;
  const { brandId } = shop;
  const amountMinor = shop.totals.totalMinor;
  await insertPayment(tx, {
    paymentId,
    orderId,
    checkoutId,
    brandId,
    currency,
    amountMinor,
    createdAt: now,
    nextLookAt: plusMs(now, FIRST_LOOK_MS),
  });
  // What costs nothing needs nobody's word.
  const kind = amountMinor === 0 ? "authorised" : "requested";
  await insertFact(tx, { paymentId, orderId, brandId }, { factId: by.ids.next("pft"), kind, amountMinor, reason: null, at: now });
}
