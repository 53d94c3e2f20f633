import { sql } from "kysely";
import type { BrandId, Instant, OrderId, VariantId } from "~/domain/kernel/branded";
import type { Tx } from "../transaction";

export type Units = { readonly variantId: VariantId; readonly quantity: number };
type For = { readonly orderId: OrderId; readonly brandId: BrandId };

/**
 * Reserves units for an order, variant by variant in the order of their ids, so that two orders never wait for
 * each other in a circle. Returns the variants of which there are not enough: undo the transaction then.
 */
export async function reserveUnits(
  tx: Tx,
  order: For & { readonly until: Instant },
  wanted: readonly Units[],
): Promise<readonly VariantId[]> {
  const short: VariantId[] = [];
  for (const { variantId, quantity } of inOrder(wanted)) {
    const row = await tx
      .updateTable("stock_levels")
      .set({ reserved: sql<number>`reserved + ${quantity}`, version: sql<number>`version + 1` })
      .where("variant_id", "=", variantId)
      .where(sql<boolean>`on_hand - reserved >= ${quantity}`)
      .returning("variant_id")
      .executeTakeFirst();
    if (row === undefined) short.push(variantId);
  }
  if (short.length > 0) return short;
  await tx
    .insertInto("reservations")
    .values(
      wanted.map(({ variantId, quantity }) => ({
        order_id: order.orderId,
        variant_id: variantId,
        brand_id: order.brandId,
        quantity,
        state: "held",
        expires_at: order.until,
      })),
    )
    .execute();
  return [];
}

/** Lets go of what an order held. */
export async function releaseUnits(tx: Tx, orderId: OrderId): Promise<void> {
  for (const { variantId, quantity } of await endReservations(tx, orderId, "released")) {
    await tx
      .updateTable("stock_levels")
      .set({ reserved: sql<number>`reserved - ${quantity}`, version: sql<number>`version + 1` })
      .where("variant_id", "=", variantId)
      .execute();
  }
}

/** Turns what an order held into sold units: they leave the stock, with a movement each. */
export async function sellUnits(tx: Tx, order: For & { readonly now: Instant; readonly nextMovementId: () => string }): Promise<void> {
  for (const { variantId, quantity } of await endReservations(tx, order.orderId, "sold")) {
    const row = await tx
      .updateTable("stock_levels")
      .set({
        reserved: sql<number>`reserved - ${quantity}`,
        on_hand: sql<number>`on_hand - ${quantity}`,
        version: sql<number>`version + 1`,
      })
      .where("variant_id", "=", variantId)
      .returning("variant_id")
      .executeTakeFirst();
    if (row !== undefined) await insertMovement(tx, order, { variantId, quantity: -quantity });
  }
}

async function endReservations(tx: Tx, orderId: OrderId, state: "sold" | "released"): Promise<readonly Units[]> {
  const rows = await tx
    .updateTable("reservations")
    .set({ state })
    .where("order_id", "=", orderId)
    .where("state", "=", "held")
    .returning(["variant_id", "quantity"])
    .execute();
  return inOrder(rows.map((row) => ({ variantId: row.variant_id as VariantId, quantity: row.quantity })));
}

async function insertMovement(
  tx: Tx,
  order: For & { readonly now: Instant; readonly nextMovementId: () => string },
  movement: Units,
): Promise<void> {
  await tx
    .insertInto("stock_movements")
    .values({
      id: order.nextMovementId(),
      brand_id: order.brandId,
      variant_id: movement.variantId,
      quantity: movement.quantity,
      reason: "sale",
      source_id: order.orderId,
      created_at: order.now,
    })
    .execute();
}

function inOrder<Row extends Units>(units: readonly Row[]): readonly Row[] {
  return [...units].sort((left, right) => (left.variantId < right.variantId ? -1 : 1));
}
