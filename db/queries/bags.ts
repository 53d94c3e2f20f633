import { createHash } from "node:crypto";
import { type ExpressionBuilder, sql } from "kysely";
import type { Offer, StoredBagLine } from "~/domain/checkout/bag";
import type { BagId, BrandId, Instant, PersonId, ProductId, TouchId, VariantId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import type { Minor } from "~/domain/kernel/money";
import type { Queryable } from "../open";
import type { Schema } from "../schema";
import type { Tx } from "../transaction";

/** A bag without its lines. */
export type StoredBag = { readonly bagId: BagId; readonly personId: PersonId | null };

/** Whose bag is asked for: the secret of a browser's cookie, a signed-in person, or both. */
export type BagKey = { readonly token: string | null; readonly personId: PersonId | null };

/**
 * The bag of this browser, unless it is another person's; else the one the person used last, on whichever
 * device; `undefined` when there is none.
 */
export async function findBag(q: Queryable, { token, personId }: BagKey): Promise<StoredBag | undefined> {
  const bag = token === null ? undefined : await findBagByToken(q, token);
  if (bag !== undefined && (bag.personId === null || bag.personId === personId)) return bag;
  return personId === null ? undefined : findBagOfPerson(q, personId);
}

async function findBagByToken(q: Queryable, token: string): Promise<StoredBag | undefined> {
  const row = await q.selectFrom("bags").select(["id", "person_id"]).where("token_hash", "=", hashOf(token)).executeTakeFirst();
  return row === undefined ? undefined : { bagId: row.id as BagId, personId: row.person_id as PersonId | null };
}

async function findBagOfPerson(q: Queryable, personId: PersonId): Promise<StoredBag | undefined> {
  const row = await q
    .selectFrom("bags")
    .select(["id", "person_id"])
    .where("person_id", "=", personId)
    .orderBy("updated_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { bagId: row.id as BagId, personId: row.person_id as PersonId | null };
}

/** Only the hash is kept: who reads the database cannot open a bag. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Adds an empty bag. */
export async function insertBag(
  tx: Tx,
  bag: { readonly bagId: BagId; readonly token: string; readonly personId: PersonId | null; readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto("bags")
    .values({ id: bag.bagId, token_hash: hashOf(bag.token), person_id: bag.personId, created_at: bag.now, updated_at: bag.now })
    .execute();
}

/**
 * Gives a guest's bag to the person who signed in, and puts into it what lies in their other bags and is not in
 * it yet.
 */
export async function claimBag(
  tx: Tx,
  claim: { readonly bagId: BagId; readonly personId: PersonId; readonly now: Instant },
): Promise<void> {
  await tx.updateTable("bags").set({ person_id: claim.personId }).where("id", "=", claim.bagId).where("person_id", "is", null).execute();
  const others = tx.selectFrom("bags").select("id").where("person_id", "=", claim.personId).where("id", "<>", claim.bagId);
  const lines = await tx
    .selectFrom("bag_lines")
    .selectAll()
    .where("bag_id", "in", others)
    .orderBy("added_at")
    .orderBy("variant_id")
    .execute();
  if (lines.length === 0) return;
  await tx
    .insertInto("bag_lines")
    .values(lines.map((line) => ({ ...line, bag_id: claim.bagId })))
    .onConflict((oc) => oc.columns(["bag_id", "variant_id"]).doNothing())
    .execute();
  await tx.deleteFrom("bag_lines").where("bag_id", "in", others).execute();
}

/** Notes that the bag was changed now. */
export async function touchBag(tx: Tx, bag: { readonly bagId: BagId; readonly now: Instant }): Promise<void> {
  await tx.updateTable("bags").set({ updated_at: bag.now, version: sql<number>`version + 1` }).where("id", "=", bag.bagId).execute();
}

/** Ties touches of this visit to the bag; one that is tied already stays so. */
export async function tieTouches(tx: Tx, bagId: BagId, touchIds: readonly TouchId[]): Promise<void> {
  if (touchIds.length === 0) return;
  await tx
    .insertInto("bag_touches")
    .values([...new Set(touchIds)].map((touchId) => ({ bag_id: bagId, touch_id: touchId })))
    .onConflict((oc) => oc.columns(["bag_id", "touch_id"]).doNothing())
    .execute();
}

/** A bag's lines in the order they were put in, each beside what the catalogue says now. */
export async function listBagLines(q: Queryable, bagId: BagId): Promise<readonly StoredBagLine[]> {
  const lines = await q.selectFrom("bag_lines").selectAll().where("bag_id", "=", bagId).orderBy("added_at").orderBy("variant_id").execute();
  const offers = await findOffers(
    q,
    lines.map((line) => line.variant_id as VariantId),
  );
  return lines.map((line) => ({
    variantId: line.variant_id as VariantId,
    brandId: line.brand_id as BrandId,
    quantity: line.quantity,
    seenPriceMinor: line.seen_price_minor as Minor,
    offer: offers.get(line.variant_id as VariantId) ?? null,
  }));
}

/** Writes a line's quantity and the price the shopper saw; a new line is put at the end. */
export async function putBagLine(
  tx: Tx,
  line: {
    readonly bagId: BagId;
    readonly variantId: VariantId;
    readonly brandId: BrandId;
    readonly quantity: number;
    readonly seenPriceMinor: Minor;
    readonly now: Instant;
  },
): Promise<void> {
  await tx
    .insertInto("bag_lines")
    .values({
      bag_id: line.bagId,
      variant_id: line.variantId,
      brand_id: line.brandId,
      quantity: line.quantity,
      seen_price_minor: line.seenPriceMinor,
      added_at: line.now,
    })
    .onConflict((oc) =>
      oc.columns(["bag_id", "variant_id"]).doUpdateSet({ quantity: line.quantity, seen_price_minor: line.seenPriceMinor }),
    )
    .execute();
}

/** Takes a line out; false when it was not there. */
export async function removeBagLine(tx: Tx, line: { readonly bagId: BagId; readonly variantId: VariantId }): Promise<boolean> {
  const result = await tx
    .deleteFrom("bag_lines")
    .where("bag_id", "=", line.bagId)
    .where("variant_id", "=", line.variantId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Takes what was bought out of the bag; what was added meanwhile stays. */
export async function takeFromBag(
  tx: Tx,
  bagId: BagId,
  bought: readonly { readonly variantId: VariantId; readonly quantity: number }[],
): Promise<void> {
  for (const { variantId, quantity } of bought) {
    const line = (eb: ExpressionBuilder<Schema, "bag_lines">) => eb.and([eb("bag_id", "=", bagId), eb("variant_id", "=", variantId)]);
    await tx.deleteFrom("bag_lines").where(line).where("quantity", "<=", quantity).execute();
    await tx
      .updateTable("bag_lines")
      .set({ quantity: sql<number>`quantity - ${quantity}` })
      .where(line)
      .where("quantity", ">", quantity)
      .execute();
  }
}

/** What is on offer for these variants: those of active products of live brands. Others are missing from the map. */
export async function findOffers(q: Queryable, variantIds: readonly VariantId[]): Promise<ReadonlyMap<VariantId, Offer>> {
  if (variantIds.length === 0) return new Map();
  const rows = await q
    .selectFrom("variants as v")
    .innerJoin("products as p", "p.id", "v.product_id")
    .innerJoin("brands as b", "b.id", "v.brand_id")
    .leftJoin("stock_levels as s", "s.variant_id", "v.id")
    .leftJoin("product_images as i", (join) => join.onRef("i.product_id", "=", "p.id").on("i.position", "=", 0))
    .select(["v.id", "v.product_id", "v.option_values", "v.price_minor", "v.compare_at_minor", "v.image_url"])
    .select(["p.handle", "p.title", "p.tax_class", "b.slug", "b.name", "b.currency", "i.url"])
    .select(sql<number>`coalesce(s.on_hand - s.reserved, 0)`.as("available"))
    .where("v.id", "in", [...variantIds])
    .where("p.status", "=", "active")
    .where("b.status", "=", "live")
    .execute();
  return new Map(
    rows.map((row) => [
      row.id as VariantId,
      {
        productId: row.product_id as ProductId,
        brandSlug: row.slug,
        brandName: row.name,
        currency: row.currency as Currency,
        productHandle: row.handle,
        title: row.title,
        optionText: (JSON.parse(row.option_values) as readonly string[]).join(" / "),
        pictureUrl: row.image_url ?? row.url,
        priceMinor: row.price_minor as Minor,
        compareAtMinor: row.compare_at_minor as Minor | null,
        available: Number(row.available),
        taxClass: row.tax_class,
      },
    ]),
  );
}

/** The brand that sells this variant; `undefined` when nobody does. */
export async function findVariantBrand(q: Queryable, variantId: VariantId): Promise<BrandId | undefined> {
  const row = await q.selectFrom("variants").select("brand_id").where("id", "=", variantId).executeTakeFirst();
  return row?.brand_id as BrandId | undefined;
}
