import { parseCurrency } from "~/domain/kernel/currency";
import type { GroupBody, WirePayment } from "../../wire";
import { type Provider, Refusal } from "../provider";
import { type BankAnswer, firstAnswer, type Presented } from "../rules/bank-answer";
import { BEHAVIOURS, isBehaviourName } from "../rules/behaviours";
import { isPast } from "../rules/card-number";
import { cardOf, type KnownCard } from "./cards";
import { findRow, listGroup, nextChange, type PaymentRow, touch, toWire } from "./payments";

type Answer = { readonly challengeUrl: string | null; readonly payments: readonly WirePayment[] };
type Wanted = GroupBody["payments"][number];

/**
 * Asks the card's bank for all payments of the group. The same group again: what became of it. Errors: `conflict`
 * when the group or one of its payments is known with other amounts; `bad_request` for an unknown currency or a
 * way back that is not the merchant's.
 */
export function authoriseGroup(provider: Provider, group: GroupBody): Answer {
  const { books } = provider;
  const known = listGroup(books, group.groupId);
  if (known.length > 0) {
    if (!isSame(known, group.payments)) throw new Refusal("conflict", "this group is known with other payments or amounts");
    return answerOf(provider, group.groupId);
  }
  checkGroup(provider, group);
  const card = cardOf(books, group.source);
  const saved = "token" in group.source;
  const answer = firstAnswer(card === null ? null : presented(card, { saved, nowMs: provider.clock.now() }));
  writeGroup(provider, group, { card, saved, answer });
  for (const [position, payment] of group.payments.entries()) writePayment(provider, payment, { groupId: group.groupId, position, answer });
  return answerOf(provider, group.groupId);
}

/** The card as its bank sees it. Errors: a behaviour this version does not know. */
export function presented(card: KnownCard, at: { readonly saved: boolean; readonly nowMs: number }): Presented {
  if (!isBehaviourName(card.behaviour)) throw new Error(`Unknown behaviour ${card.behaviour}`);
  return {
    behaviour: BEHAVIOURS[card.behaviour],
    saved: at.saved,
    setUp: card.setUp,
    expired: isPast(card.facts.expires, at.nowMs),
  };
}

function isSame(known: readonly PaymentRow[], wanted: readonly Wanted[]): boolean {
  const sketch = (parts: readonly (string | number | null)[][]): string => JSON.stringify(parts.map((part) => part.join(" ")).sort());
  return (
    sketch(known.map((row) => [row.id, row.amount_minor, row.currency])) ===
    sketch(wanted.map((payment) => [payment.paymentId, payment.amountMinor, payment.currency]))
  );
}

function checkGroup({ books, appOrigin }: Provider, { returnUrl, payments }: GroupBody): void {
  if (!URL.canParse(returnUrl) || new URL(returnUrl).origin !== appOrigin) {
    throw new Refusal("bad_request", `returnUrl must be an address of ${appOrigin}`);
  }
  for (const { paymentId, currency } of payments) {
    if (parseCurrency(currency) === undefined) throw new Refusal("bad_request", `${currency} is not a currency with minor units`);
    const row = findRow(books, paymentId);
    const canceledBeforehand = row !== undefined && row.group_id === null;
    if (row !== undefined && !canceledBeforehand) throw new Refusal("conflict", `${paymentId} belongs to another group`);
  }
}

function writeGroup(
  { books, clock, ids }: Provider,
  { groupId, source, returnUrl }: GroupBody,
  { card, saved, answer }: { readonly card: KnownCard | null; readonly saved: boolean; readonly answer: BankAnswer },
): void {
  const challengeId = answer.state === "action_required" ? `chl_${ids.secret()}` : null;
  books.run(
    "insert into groups values (?, ?, ?, ?, ?, ?, null, ?)",
    groupId,
    "entryId" in source ? source.entryId : source.token,
    card?.cardId ?? null,
    saved ? 1 : 0,
    returnUrl,
    challengeId,
    clock.now(),
  );
}

/** A payment that was canceled before it came stays canceled. */
function writePayment(
  provider: Provider,
  { paymentId, amountMinor, currency, statementName }: Wanted,
  { groupId, position, answer }: { readonly groupId: string; readonly position: number; readonly answer: BankAnswer },
): void {
  const { books, clock } = provider;
  books.run(
    `insert into payments (id, group_id, position, state, decline_reason, currency, amount_minor, statement_name, changed_at, change_seq)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set group_id = excluded.group_id, position = excluded.position,
      currency = excluded.currency, amount_minor = excluded.amount_minor, statement_name = excluded.statement_name`,
    paymentId,
    groupId,
    position,
    answer.state,
    answer.declineReason,
    currency,
    amountMinor,
    statementName,
    clock.now(),
    nextChange(books),
  );
  touch(provider, paymentId);
}

function answerOf({ books, publicOrigin }: Provider, groupId: string): Answer {
  const rows = listGroup(books, groupId);
  const group = books.get<{ challenge_id: string | null }>("select challenge_id from groups where id = ?", groupId);
  const waits = rows.some(({ state }) => state === "action_required");
  const challengeId = group?.challenge_id ?? null;
  return {
    challengeUrl: waits && challengeId !== null ? `${publicOrigin}/challenge/${challengeId}` : null,
    payments: rows.map((row) => toWire(books, row)),
  };
}
