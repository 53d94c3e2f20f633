import { sql } from "kysely";
import type { Address } from "~/domain/checkout/address";
import type { CheckoutState } from "~/domain/checkout/checkout";
import { type FailReason, parseFailReason } from "~/domain/checkout/fate";
import type { BagId, BrandId, CheckoutId, Instant, PersonId, VariantId, VisitorId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import type { Shopper } from "~/domain/orders/order";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** A checkout as it is stored; `shipping` names each brand's chosen option. */
export type StoredCheckout = {
  readonly checkoutId: CheckoutId;
  readonly bagId: BagId;
  readonly personId: PersonId | null;
  readonly visitorId: VisitorId | null;
  readonly currency: Currency;
  readonly state: CheckoutState;
  readonly openedAt: Instant;
  readonly seenAt: Instant;
  readonly inheritsFrom: CheckoutId | null;
  readonly email: string | null;
  readonly address: Address | null;
  readonly shipping: Readonly<Record<BrandId, string>>;
  readonly cardEntryId: string | null;
  /** The kept card it is paid with. */
  readonly cardToken: string | null;
  /** The shopper asked to keep the card, and it is not kept yet. */
  readonly saveCard: boolean;
  readonly payKey: string | null;
  readonly payHash: string | null;
  readonly paidAt: Instant | null;
  readonly failure: FailReason | null;
  readonly decidedAt: Instant | null;
  readonly version: number;
};

export type StoredCheckoutLine = {
  readonly variantId: VariantId;
  readonly brandId: BrandId;
  readonly quantity: number;
  readonly frozenAt: Instant;
};

/** Adds an open checkout without lines. */
export async function insertCheckout(
  tx: Tx,
  checkout: Pick<StoredCheckout, "checkoutId" | "bagId" | "personId" | "visitorId" | "currency" | "inheritsFrom" | "email" | "address"> & {
    readonly shipping: StoredCheckout["shipping"];
    readonly now: Instant;
  },
): Promise<void> {
  await tx
    .insertInto("checkouts")
    .values({
      id: checkout.checkoutId,
      bag_id: checkout.bagId,
      person_id: checkout.personId,
      visitor_id: checkout.visitorId,
      currency: checkout.currency,
      state: "open",
      opened_at: checkout.now,
      seen_at: checkout.now,
      inherits_from: checkout.inheritsFrom,
      email: checkout.email,
      address: checkout.address === null ? null : JSON.stringify(checkout.address),
      shipping: JSON.stringify(checkout.shipping),
    })
    .execute();
}

/** The checkout of this id, whoever's. */
export async function findCheckout(q: Queryable, checkoutId: CheckoutId): Promise<StoredCheckout | undefined> {
  const row = await q.selectFrom("checkouts").selectAll().where("id", "=", checkoutId).executeTakeFirst();
  return row === undefined ? undefined : checkoutOf(row);
}

/** The checkout that was paid under this key. */
export async function findCheckoutByPayKey(q: Queryable, payKey: string): Promise<StoredCheckout | undefined> {
  const row = await q.selectFrom("checkouts").selectAll().where("pay_key", "=", payKey).executeTakeFirst();
  return row === undefined ? undefined : checkoutOf(row);
}

/** The newest checkout of a bag in a currency. */
export async function findNewestCheckout(
  q: Queryable,
  of: { readonly bagId: BagId; readonly currency: Currency },
): Promise<StoredCheckout | undefined> {
  const row = await q
    .selectFrom("checkouts")
    .selectAll()
    .where("bag_id", "=", of.bagId)
    .where("currency", "=", of.currency)
    .orderBy("opened_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : checkoutOf(row);
}

/** The address the person last bought to. */
export async function findLastAddress(q: Queryable, personId: PersonId): Promise<Address | undefined> {
  const row = await q
    .selectFrom("orders")
    .select("address")
    .where("person_id", "=", personId)
    .where("state", "=", "placed")
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.address) as Address);
}

/** True when the checkout is this shopper's: the person's own, or a guest's who holds its bag. */
export function isOwn(checkout: Pick<StoredCheckout, "personId" | "bagId">, by: Shopper): boolean {
  return checkout.personId === null ? checkout.bagId === by.bagId : checkout.personId === by.personId;
}

/** A checkout's lines, by when they were frozen. */
export async function listCheckoutLines(q: Queryable, checkoutId: CheckoutId): Promise<readonly StoredCheckoutLine[]> {
  const rows = await q
    .selectFrom("checkout_lines")
    .selectAll()
    .where("checkout_id", "=", checkoutId)
    .orderBy("frozen_at")
    .orderBy("variant_id")
    .execute();
  return rows.map((row) => ({
    variantId: row.variant_id as VariantId,
    brandId: row.brand_id as BrandId,
    quantity: row.quantity,
    frozenAt: row.frozen_at as Instant,
  }));
}

/** Makes the checkout's lines these; a line that stays keeps the moment it was frozen at. */
export async function replaceCheckoutLines(tx: Tx, checkoutId: CheckoutId, lines: readonly StoredCheckoutLine[]): Promise<void> {
  await tx.deleteFrom("checkout_lines").where("checkout_id", "=", checkoutId).execute();
  if (lines.length === 0) return;
  await tx
    .insertInto("checkout_lines")
    .values(
      lines.map((line) => ({
        checkout_id: checkoutId,
        variant_id: line.variantId,
        brand_id: line.brandId,
        quantity: line.quantity,
        frozen_at: line.frozenAt,
      })),
    )
    .execute();
}

/** What the shopper says while the checkout is open. */
export type CheckoutAnswers = {
  readonly email?: string;
  readonly address?: Address;
  readonly shipping?: StoredCheckout["shipping"];
  readonly personId?: PersonId;
  readonly visitorId?: VisitorId;
  readonly cardEntryId?: string;
};

/** Writes what was said, and that the shopper was here; false when the checkout is no longer open. */
export async function writeAnswers(
  tx: Tx,
  checkout: { readonly checkoutId: CheckoutId; readonly now: Instant },
  said: CheckoutAnswers,
): Promise<boolean> {
  const row = await tx
    .updateTable("checkouts")
    .set({
      seen_at: checkout.now,
      version: sql<number>`version + 1`,
      ...(said.email === undefined ? {} : { email: said.email }),
      ...(said.address === undefined ? {} : { address: JSON.stringify(said.address) }),
      ...(said.shipping === undefined ? {} : { shipping: JSON.stringify(said.shipping) }),
      ...(said.personId === undefined ? {} : { person_id: said.personId }),
      ...(said.visitorId === undefined ? {} : { visitor_id: said.visitorId }),
      ...(said.cardEntryId === undefined ? {} : { card_entry_id: said.cardEntryId }),
    })
    .where("id", "=", checkout.checkoutId)
    .where("state", "=", "open")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes that the shopper looked at an open checkout. */
export async function markSeen(q: Queryable, checkout: { readonly checkoutId: CheckoutId; readonly now: Instant }): Promise<void> {
  await q
    .updateTable("checkouts")
    .set({ seen_at: checkout.now })
    .where("id", "=", checkout.checkoutId)
    .where("state", "=", "open")
    .where("seen_at", "<", checkout.now)
    .execute();
}

function checkoutOf(row: {
  readonly id: string;
  readonly bag_id: string;
  readonly person_id: string | null;
  readonly visitor_id: string | null;
  readonly currency: string;
  readonly state: string;
  readonly opened_at: number;
  readonly seen_at: number;
  readonly inherits_from: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly shipping: string;
  readonly card_entry_id: string | null;
  readonly card_token: string | null;
  readonly save_card: number;
  readonly pay_key: string | null;
  readonly pay_hash: string | null;
  readonly paid_at: number | null;
  readonly fate: string | null;
  readonly decided_at: number | null;
  readonly version: number;
}): StoredCheckout {
  return {
    checkoutId: row.id as CheckoutId,
    bagId: row.bag_id as BagId,
    personId: row.person_id as PersonId | null,
    visitorId: row.visitor_id as VisitorId | null,
    currency: row.currency as Currency,
    state: row.state as CheckoutState,
    openedAt: row.opened_at as Instant,
    seenAt: row.seen_at as Instant,
    inheritsFrom: row.inherits_from as CheckoutId | null,
    email: row.email,
    address: row.address === null ? null : (JSON.parse(row.address) as Address),
    shipping: JSON.parse(row.shipping) as StoredCheckout["shipping"],
    cardEntryId: row.card_entry_id,
    cardToken: row.card_token,
    saveCard: row.save_card === 1,
    payKey: row.pay_key,
    payHash: row.pay_hash,
    paidAt: row.paid_at as Instant | null,
    failure: row.fate === null ? null : parseFailReason(row.fate),
    decidedAt: row.decided_at as Instant | null,
    version: row.version,
  };
}
