import type { Instant, PaymentId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import type { Minor } from "~/domain/kernel/money";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** How far a list of the provider's was read. */
export type CursorName = "changes" | "settlements";

/** Where reading goes on; `null` = at the beginning. */
export async function findCursor(q: Queryable, name: CursorName): Promise<string | null> {
  const row = await q.selectFrom("provider_cursors").select("cursor").where("name", "=", name).executeTakeFirst();
  return row?.cursor ?? null;
}

/** Remembers how far the list was read. */
export async function writeCursor(
  tx: Tx,
  at: { readonly name: CursorName; readonly cursor: string; readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto("provider_cursors")
    .values({ name: at.name, cursor: at.cursor, read_at: at.now })
    .onConflict((oc) => oc.column("name").doUpdateSet({ cursor: at.cursor, read_at: at.now }))
    .execute();
}

type SettlementRow = {
  readonly settlementId: string;
  readonly currency: Currency;
  readonly grossMinor: Minor;
  readonly costMinor: Minor;
  readonly settledAt: Instant;
};

/** Takes in what the provider paid out; false when it stands already. */
export async function insertSettlement(tx: Tx, settlement: SettlementRow, now: Instant): Promise<boolean> {
  const row = await tx
    .insertInto("provider_settlements")
    .values({
      id: settlement.settlementId,
      currency: settlement.currency,
      gross_minor: settlement.grossMinor,
      cost_minor: settlement.costMinor,
      settled_at: settlement.settledAt,
      recorded_at: now,
    })
    .onConflict((oc) => oc.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes in a notice of the provider's; false when it arrived before. */
export async function insertWebhook(
  tx: Tx,
  webhook: { readonly webhookId: string; readonly paymentId: PaymentId; readonly now: Instant },
): Promise<boolean> {
  const row = await tx
    .insertInto("webhook_inbox")
    .values({ id: webhook.webhookId, payment_id: webhook.paymentId, received_at: webhook.now })
    .onConflict((oc) => oc.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Which of these payments are ours. */
export async function findOwnPayments(q: Queryable, paymentIds: readonly PaymentId[]): Promise<ReadonlySet<PaymentId>> {
  if (paymentIds.length === 0) return new Set();
  const rows = await q
    .selectFrom("payments")
    .select("id")
    .where("id", "in", [...paymentIds])
    .execute();
  return new Set(rows.map((row) => row.id as PaymentId));
}
