import { randomIds } from "~/adapters/ids/random-ids";
import type { AddressField } from "~/domain/checkout/address";
import type { BagId, BrandId, CheckoutId, PersonId, VariantId, VisitorId } from "~/domain/kernel/branded";
import type { Minor } from "~/domain/kernel/money";
import type { Shopper } from "~/domain/orders/order";
import { addToBag } from "~/services/add-to-bag";
import { changeCheckout } from "~/services/change-checkout";
import { createBrand } from "~/services/create-brand";
import type { ShopDeps } from "~/services/deps";
import { openCardEntry } from "~/services/open-card-entry";
import { openCheckout } from "~/services/open-checkout";
import { type PlaceOrder, placeOrder } from "~/services/place-order";
import { readCheckout } from "~/services/read-checkout";
import type { BagKey } from "~db/queries/bags";
import { currency } from "./card-payments";
import type { World } from "./databases";
import { type TestProvider, type Typed, typeCard } from "./payments-provider";
import { addProduct } from "./shop-samples";

export type Sold = { readonly brandId: BrandId; readonly variantId: VariantId };

type Selling = {
  readonly slug: string;
  readonly code?: string;
  readonly taxInclusive?: boolean;
  readonly priceMinor?: number;
  readonly onHand?: number;
};

/** What use cases around buying need, with this provider behind them. Ids are the product's own, because worlds share one provider. */
export function buyingDeps(world: World, provider: Pick<TestProvider, "payments">): ShopDeps {
  return { ...world.deps, ids: randomIds(), payments: provider.payments, publicOrigin: "http://shop.localhost" };
}

/** A live French brand with one product of one variant, made by the use cases but for the stock. */
export async function sell(world: World, deps: ShopDeps, selling: Selling): Promise<Sold> {
  const { slug, code = "EUR", taxInclusive = true, priceMinor = 2_999, onHand = 100 } = selling;
  const made = await createBrand(deps, { name: slug, slug, currency: code, timezone: "Europe/Paris", country: "FR", taxInclusive });
  if (!made.ok) throw new Error(made.error.kind);
  const { brandId } = made.value;
  await addProduct(world, brandId, { id: `${slug}-p`, prices: [priceMinor], onHand });
  const variantId = `${slug}-p-0` as VariantId;
  if (onHand > 0) {
    const about = { id: `mov_${slug}`, reason: "import", source_id: slug, created_at: world.clock.now() };
    await world.db.query
      .insertInto("stock_movements")
      .values({ ...about, brand_id: brandId, variant_id: variantId, quantity: onHand })
      .execute();
  }
  return { brandId, variantId };
}

export const ADDRESS: Readonly<Partial<Record<AddressField, string>>> = {
  name: "Camille Roussel",
  line1: "12 rue des Lilas",
  postalCode: "75011",
  city: "Paris",
  country: "FR",
};

/** A shopper in front of the pay button. */
export type Ready = {
  readonly checkoutId: CheckoutId;
  readonly key: BagKey;
  readonly by: Shopper;
  readonly seenTotalMinor: Minor;
  readonly frameUrl: string;
};

type Buying = {
  readonly lines: readonly { readonly variantId: VariantId; readonly quantity: number }[];
  readonly code?: string;
  readonly personId?: PersonId;
  readonly visitorId?: VisitorId;
  /** What is typed into the card frame; nothing at all when `null`. */
  readonly typed?: Typed | null;
  /** An earlier bag to go on with. */
  readonly key?: BagKey;
};

/** Fills a bag, opens its checkout, says who and where, types a card. Errors: any refusal on the way. */
export async function getReady(deps: ShopDeps, buying: Buying): Promise<Ready> {
  const personId = buying.personId ?? null;
  let key: BagKey = buying.key ?? { token: null, personId };
  let bagId: BagId | null = null;
  for (const line of buying.lines) {
    const added = await addToBag(deps, { bag: key, ...line, touchIds: [] });
    if (!added.ok) throw new Error(added.error.kind);
    key = { ...key, token: added.value.token ?? key.token };
    bagId = added.value.bagId;
  }
  const opened = await openCheckout(deps, {
    bag: key,
    currency: currency(buying.code ?? "EUR"),
    visitorId: buying.visitorId ?? null,
    touchIds: [],
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  return fillIn(deps, { checkoutId: opened.value.checkoutId, key, by: { personId, bagId }, typed: buying.typed });
}

type Opened = Pick<Ready, "checkoutId" | "key" | "by"> & { readonly typed: Typed | null | undefined };

async function fillIn(deps: ShopDeps, { typed, ...opened }: Opened): Promise<Ready> {
  const { checkoutId, by } = opened;
  const changes = [{ kind: "contact", email: "camille@example.org" } as const, { kind: "address", address: ADDRESS } as const];
  for (const change of changes) {
    const changed = await changeCheckout(deps, { checkoutId, by, change });
    if (!changed.ok) throw new Error(changed.error.kind);
  }
  const entry = await openCardEntry(deps, { checkoutId, by });
  if (!entry.ok) throw new Error(entry.error.kind);
  if (typed !== null) await typeCard(entry.value.frameUrl, typed);
  const checkout = await readCheckout(deps, { checkoutId, by });
  if (!checkout.ok || checkout.value.step !== "payment") throw new Error("The checkout is not ready to be paid");
  return { ...opened, seenTotalMinor: checkout.value.totals.totalMinor, frameUrl: entry.value.frameUrl };
}

/** Presses pay: a typed card that is not kept, unless told otherwise. */
export function pay(deps: ShopDeps, ready: Ready, options: Partial<PlaceOrder> = {}): ReturnType<typeof placeOrder> {
  const { checkoutId, by, seenTotalMinor } = ready;
  const card = { kind: "typed", save: false } as const;
  return placeOrder(deps, { checkoutId, by, visitorId: null, payKey: `key-${checkoutId}`, card, seenTotalMinor, ...options });
}
