import type { Provider } from "../provider";
import { BEHAVIOURS, isBehaviourName } from "../rules/behaviours";
import { getCard } from "./cards";
import { moveMoney } from "./money-moves";
import { findRow, type PaymentRow, touch } from "./payments";

type FollowUp = {
  readonly seq: number;
  readonly kind: "refund_succeeds" | "refund_fails" | "dispute_opens";
  readonly payment_id: string;
  readonly refund_id: string | null;
};

/** Does what banks do later and is due by now; returns how much that was. */
export function runFollowUps(provider: Provider, dueBy: number): number {
  const { books } = provider;
  const due = books.all<FollowUp>("select * from follow_ups where at <= ? order by at, seq", dueBy);
  for (const followUp of due) {
    const row = findRow(books, followUp.payment_id);
    if (row !== undefined) run(provider, followUp, row);
    books.run("delete from follow_ups where seq = ?", followUp.seq);
  }
  return due.length;
}

function run(provider: Provider, { kind, refund_id }: FollowUp, row: PaymentRow): void {
  if (kind === "dispute_opens") openDispute(provider, row);
  else endRefund(provider, row, { refundId: refund_id ?? "", succeeded: kind === "refund_succeeds" });
  touch(provider, row.id);
}

function openDispute({ books }: Provider, row: PaymentRow): void {
  const group = books.get<{ card_id: string }>("select card_id from groups where id = ?", row.group_id);
  const behaviour = group === undefined ? undefined : getCard(books, group.card_id).behaviour;
  const reason = behaviour !== undefined && isBehaviourName(behaviour) ? BEHAVIOURS[behaviour].dispute : null;
  books.run("update payments set dispute_reason = ?, dispute_state = 'opened' where id = ?", reason, row.id);
}

function endRefund(
  provider: Provider,
  row: PaymentRow,
  { refundId, succeeded }: { readonly refundId: string; readonly succeeded: boolean },
): void {
  const { books } = provider;
  const refund = books.get<{ amount_minor: number }>("select amount_minor from refunds where id = ?", refundId);
  if (refund === undefined) return;
  books.run("update refunds set state = ? where id = ?", succeeded ? "succeeded" : "failed", refundId);
  if (succeeded) moveMoney(provider, row, { kind: "refund", amountMinor: -refund.amount_minor });
  else moveMoney(provider, row, { kind: "refund_failed", amountMinor: refund.amount_minor });
}
