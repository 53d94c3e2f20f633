import { paymentAnswer, type WirePayment } from "../../wire";
import type { Provider } from "../provider";
import { getCard } from "./cards";
import type { Books } from "./open-books";
import { announce } from "./webhooks";

export type PaymentRow = {
  readonly id: string;
  readonly group_id: string | null;
  readonly state: WirePayment["state"];
  readonly decline_reason: WirePayment["declineReason"];
  readonly currency: string | null;
  readonly amount_minor: number;
  readonly captured_minor: number;
  readonly statement_name: string;
  readonly dispute_reason: "fraudulent" | "product_not_received" | null;
  readonly dispute_state: "opened" | "won" | "lost" | null;
  readonly changed_at: number;
  readonly change_seq: number;
};

/** A page of changes. */
const PAGE = 100;

/** The payment's row; `undefined` when the provider never heard of it. */
export function findRow(books: Books, paymentId: string): PaymentRow | undefined {
  return books.get<PaymentRow>("select * from payments where id = ?", paymentId);
}

/** Everything the books say of a payment; `undefined` when they never heard of it. */
export function findPayment(books: Books, paymentId: string): WirePayment | undefined {
  const row = findRow(books, paymentId);
  return row === undefined ? undefined : toWire(books, row);
}

/** The payments of a group in the order they were sent. */
export function listGroup(books: Books, groupId: string): readonly PaymentRow[] {
  return books.all<PaymentRow>("select * from payments where group_id = ? order by position", groupId);
}

/** Payments changed after the cursor, oldest change first. */
export function listChanges(books: Books, after: number): { readonly payments: readonly WirePayment[]; readonly cursor: string | null } {
  const rows = books.all<PaymentRow>("select * from payments where change_seq > ? order by change_seq limit ?", after, PAGE);
  const last = rows.at(-1);
  return { payments: rows.map((row) => toWire(books, row)), cursor: last === undefined ? null : String(last.change_seq) };
}

/** A row as it is answered. Errors: books that hold what no answer may say. */
export function toWire(books: Books, row: PaymentRow): WirePayment {
  const refunds = books.all<{ id: string; amount_minor: number; state: WirePayment["refunds"][number]["state"] }>(
    "select id, amount_minor, state from refunds where payment_id = ? order by created_at, id",
    row.id,
  );
  const group = books.get<{ card_id: string | null }>("select card_id from groups where id = ?", row.group_id);
  return paymentAnswer.parse({
    paymentId: row.id,
    state: row.state,
    declineReason: row.decline_reason,
    currency: row.currency,
    amountMinor: row.amount_minor,
    capturedMinor: row.captured_minor,
    refundedMinor: refunds.filter(({ state }) => state === "succeeded").reduce((sum, { amount_minor }) => sum + amount_minor, 0),
    refunds: refunds.map(({ id, amount_minor, state }) => ({ refundId: id, amountMinor: amount_minor, state })),
    dispute: row.dispute_state === null ? null : { reason: row.dispute_reason, state: row.dispute_state, amountMinor: row.captured_minor },
    card: group === undefined || group.card_id === null ? null : getCard(books, group.card_id).facts,
    changedAt: row.changed_at,
  });
}

/** Marks the payment as changed now: it moves to the end of the list of changes, and the merchant is told. */
export function touch(provider: Provider, paymentId: string): void {
  const { books, clock } = provider;
  books.run("update payments set changed_at = ?, change_seq = ? where id = ?", clock.now(), nextChange(books), paymentId);
  announce(provider, paymentId);
}

/** The next place in the list of changes: one process writes, so none is taken twice and none becomes visible late. */
export function nextChange(books: Books): number {
  return (books.get<{ last: number | null }>("select max(change_seq) as last from payments")?.last ?? 0) + 1;
}
