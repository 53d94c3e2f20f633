import { SECOND_MS } from "~/domain/kernel/instant";
import type { WirePayment } from "../../wire";
import { type Provider, Refusal } from "../provider";
import { BEHAVIOURS, type Behaviour, isBehaviourName } from "../rules/behaviours";
import { getCard } from "./cards";
import { findPayment, findRow, nextChange, type PaymentRow, touch } from "./payments";

/** How long a bank takes over what it does not do at once: long enough to be seen pending, short enough to watch. */
const BANK_TAKES_MS = 2 * SECOND_MS;

type Amount = { readonly amountMinor: number };

/** Lets go of the payment. One the provider never heard of is noted as canceled, so that it cannot be authorised later. */
export function cancelPayment(provider: Provider, paymentId: string): WirePayment {
  const { books, clock } = provider;
  const row = findRow(books, paymentId);
  if (row === undefined) {
    books.run(
      "insert into payments (id, position, state, amount_minor, statement_name, changed_at, change_seq) values (?, 0, 'canceled', 0, '', ?, ?)",
      paymentId,
      clock.now(),
      nextChange(books),
    );
    touch(provider, paymentId);
  } else if (row.state === "authorised" || row.state === "action_required") {
    books.run("update payments set state = 'canceled' where id = ?", paymentId);
    touch(provider, paymentId);
  }
  return getPayment(provider, paymentId);
}

/** Takes the money, once. Errors: `conflict` for another amount than was captured, `too_much` beyond the authorised one. */
export function capturePayment(provider: Provider, paymentId: string, { amountMinor }: Amount): WirePayment {
  const row = getRow(provider, paymentId);
  if (row.state === "captured" && row.captured_minor !== amountMinor) throw new Refusal("conflict", "captured with another amount");
  if (row.state === "authorised") {
    if (amountMinor > row.amount_minor) throw new Refusal("too_much", `only ${row.amount_minor} were authorised`);
    provider.books.run("update payments set state = 'captured', captured_minor = ? where id = ?", amountMinor, paymentId);
    moveMoney(provider, row, { kind: "capture", amountMinor });
    if (behaviourOf(provider, row)?.dispute) schedule(provider, { kind: "dispute_opens", paymentId, refundId: null });
    touch(provider, paymentId);
  }
  return getPayment(provider, paymentId);
}

/** Gives money back. Errors: `conflict` when the refund is known otherwise, `too_much` beyond what is left. */
export function refundPayment(provider: Provider, paymentId: string, refund: Amount & { readonly refundId: string }): WirePayment {
  const { books, clock } = provider;
  const { refundId, amountMinor } = refund;
  const row = getRow(provider, paymentId);
  const known = books.get<{ payment_id: string; amount_minor: number }>(
    "select payment_id, amount_minor from refunds where id = ?",
    refundId,
  );
  if (known !== undefined) {
    if (known.payment_id === paymentId && known.amount_minor === amountMinor) return getPayment(provider, paymentId);
    throw new Refusal("conflict", "this refund is known with another payment or amount");
  }
  const left = row.captured_minor - givenBack(provider, paymentId);
  if (amountMinor > left) throw new Refusal("too_much", `only ${left} are left to give back`);
  const behaviour = behaviourOf(provider, row)?.refund ?? "succeeds";
  const state = behaviour === "pending" ? "pending" : "succeeded";
  books.run("insert into refunds values (?, ?, ?, ?, ?)", refundId, paymentId, amountMinor, state, clock.now());
  if (behaviour === "pending") schedule(provider, { kind: "refund_succeeds", paymentId, refundId });
  else moveMoney(provider, row, { kind: "refund", amountMinor: -amountMinor });
  if (behaviour === "fails_later") schedule(provider, { kind: "refund_fails", paymentId, refundId });
  touch(provider, paymentId);
  return getPayment(provider, paymentId);
}

/** Writes one movement of money, which a later settlement pays out. */
export function moveMoney(
  { books, clock }: Provider,
  { id, currency }: PaymentRow,
  { kind, amountMinor }: Amount & { readonly kind: "capture" | "refund" | "refund_failed" },
): void {
  const values = [id, kind, currency, amountMinor, clock.now()] as const;
  books.run("insert into movements (payment_id, kind, currency, amount_minor, at) values (?, ?, ?, ?, ?)", ...values);
}

/** The payment as it is answered. Errors: `not_found`. */
export function getPayment({ books }: Provider, paymentId: string): WirePayment {
  const payment = findPayment(books, paymentId);
  if (payment === undefined) throw new Refusal("not_found", "there is no such payment");
  return payment;
}

function getRow({ books }: Provider, paymentId: string): PaymentRow {
  const row = findRow(books, paymentId);
  if (row === undefined) throw new Refusal("not_found", "there is no such payment");
  return row;
}

/** Pending refunds are promised, so they count. */
function givenBack({ books }: Provider, paymentId: string): number {
  const sum = "select coalesce(sum(amount_minor), 0) as total from refunds where payment_id = ? and state <> 'failed'";
  return books.get<{ total: number }>(sum, paymentId)?.total ?? 0;
}

function behaviourOf({ books }: Provider, { group_id }: PaymentRow): Behaviour | undefined {
  const group = books.get<{ card_id: string | null }>("select card_id from groups where id = ?", group_id);
  if (group === undefined || group.card_id === null) return undefined;
  const { behaviour } = getCard(books, group.card_id);
  return isBehaviourName(behaviour) ? BEHAVIOURS[behaviour] : undefined;
}

function schedule(
  { books, clock }: Provider,
  {
    kind,
    paymentId,
    refundId,
  }: {
    readonly kind: "refund_succeeds" | "refund_fails" | "dispute_opens";
    readonly paymentId: string;
    readonly refundId: string | null;
  },
): void {
  const values = [clock.now() + BANK_TAKES_MS, kind, paymentId, refundId] as const;
  books.run("insert into follow_ups (at, kind, payment_id, refund_id) values (?, ?, ?, ?)", ...values);
}
