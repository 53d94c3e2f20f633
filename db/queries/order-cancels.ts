import { sql } from "kysely";
import type { LineTakenBack } from "~/domain/events/order-events";
import type { BrandId, Instant, OrderId, VariantId } from "~/domain/kernel/branded";
import type { Shopper } from "~/domain/orders/order";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** True when the order is this person's, or was bought from this bag by a guest. */
export async function isOrderOf(q: Queryable, orderId: OrderId, { personId, bagId }: Shopper): Promise<boolean> {
  const row = await q
    .selectFrom("orders as o")
    .innerJoin("checkouts as c", "c.id", "o.checkout_id")
    .select("o.id")
    .where("o.id", "=", orderId)
    .where((eb) =>
      eb.or([eb("o.person_id", "=", personId ?? ""), eb.and([eb("o.person_id", "is", null), eb("c.bag_id", "=", bagId ?? "")])]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

type Cancel = {
  readonly orderId: OrderId;
  readonly brandId: BrandId;
  readonly reason: string;
  readonly programSeq: number;
  readonly now: Instant;
  readonly cancels: readonly CanceledLine[];
};

type CanceledLine = { readonly told: LineTakenBack; readonly canceledBefore: number; readonly cancelId: string };

/** Writes down canceled units with what they take back. Errors: a line has changed since it was read. */
export async function insertCancels(tx: Tx, { cancels, ...about }: Cancel): Promise<void> {
  for (const cancel of cancels) await raiseCanceled(tx, cancel);
  await tx
    .insertInto("order_line_cancels")
    .values(
      cancels.map(({ told, cancelId }) => ({
        id: cancelId,
        order_id: about.orderId,
        order_line_id: told.orderLineId,
        brand_id: about.brandId,
        quantity: told.quantity,
        paid_back_minor: told.paidBackMinor,
        tax_back_minor: told.taxBackMinor,
        base_back_minor: told.baseBackMinor,
        reason: about.reason,
        program_seq: about.programSeq,
        canceled_at: about.now,
      })),
    )
    .execute();
  await tx.updateTable("orders").set({ version: sql<number>`version + 1` }).where("id", "=", about.orderId).execute();
}

async function raiseCanceled(tx: Tx, { told, canceledBefore }: CanceledLine): Promise<void> {
  await tx
    .updateTable("order_lines")
    .set({ canceled: canceledBefore + told.quantity })
    .where("id", "=", told.orderLineId)
    .where("canceled", "=", canceledBefore)
    .returning("id")
    .executeTakeFirstOrThrow();
}

/**
 * Puts units back on the shelf, each with its movement. A variant that the brand has taken out of its catalogue
 * since has no shelf any more: nothing is put anywhere.
 */
export async function returnStock(
  tx: Tx,
  origin: { readonly orderId: OrderId; readonly now: Instant; readonly nextMovementId: () => string },
  units: readonly { readonly variantId: VariantId; readonly quantity: number }[],
): Promise<void> {
  for (const { variantId, quantity } of units) {
    const level = await tx
      .updateTable("stock_levels")
      .set({ on_hand: sql<number>`on_hand + ${quantity}`, version: sql<number>`version + 1` })
      .where("variant_id", "=", variantId)
      .returning("brand_id")
      .executeTakeFirst();
    if (level === undefined) continue;
    await tx
      .insertInto("stock_movements")
      .values({
        id: origin.nextMovementId(),
        brand_id: level.brand_id,
        variant_id: variantId,
        quantity,
        reason: "cancel",
        source_id: origin.orderId,
        created_at: origin.now,
      })
      .execute();
  }
}
