import { sql } from "kysely";
import type { FailReason } from "~/domain/checkout/fate";
import type { CheckoutId, Instant } from "~/domain/kernel/branded";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** Ends open checkouts nobody looked at since `idleSince`, a few hundred at a time; returns how many. */
export async function expireCheckouts(q: Queryable, idleSince: Instant): Promise<number> {
  const idle = q.selectFrom("checkouts").select("id").where("state", "=", "open").where("seen_at", "<=", idleSince).limit(200);
  const result = await q
    .updateTable("checkouts")
    .set({ state: "expired" })
    .where("state", "=", "open")
    .where("id", "in", idle)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** How the shopper pays. */
export type Submission = {
  readonly payKey: string;
  readonly payHash: string;
  readonly cardToken: string | null;
  readonly saveCard: boolean;
  readonly now: Instant;
};

/**
 * Submits an open checkout under its key; false when it is no longer open. Errors: the database refuses a key
 * that another checkout was paid under (see `isDuplicate`).
 */
export async function submitCheckout(tx: Tx, checkoutId: CheckoutId, by: Submission): Promise<boolean> {
  const row = await tx
    .updateTable("checkouts")
    .set({
      state: "paying",
      pay_key: by.payKey,
      pay_hash: by.payHash,
      paid_at: by.now,
      card_token: by.cardToken,
      save_card: by.saveCard ? 1 : 0,
      seen_at: by.now,
      version: sql<number>`version + 1`,
    })
    .where("id", "=", checkoutId)
    .where("state", "=", "open")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Decides a checkout's fate; false when it is decided already. */
export async function decideCheckout(
  tx: Tx,
  checkoutId: CheckoutId,
  fate: { readonly state: "placed" | "failed"; readonly failure: FailReason | null; readonly now: Instant },
): Promise<boolean> {
  const row = await tx
    .updateTable("checkouts")
    .set({ state: fate.state, fate: fate.failure, decided_at: fate.now, version: sql<number>`version + 1` })
    .where("id", "=", checkoutId)
    .where("state", "=", "paying")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Checkouts whose shopper asked to keep the card, and which are placed: the card is still to be kept. */
export async function listCardsToKeep(q: Queryable, limit: number): Promise<readonly CheckoutId[]> {
  const rows = await q
    .selectFrom("checkouts")
    .select("id")
    .where("state", "=", "placed")
    .where("save_card", "=", 1)
    .orderBy("decided_at")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id as CheckoutId);
}

/** Notes that the card of a checkout is kept, or never can be; true for the one who notes it first. */
export async function endCardKeeping(tx: Tx, checkoutId: CheckoutId): Promise<boolean> {
  const row = await tx
    .updateTable("checkouts")
    .set({ save_card: 0 })
    .where("id", "=", checkoutId)
    .where("save_card", "=", 1)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
