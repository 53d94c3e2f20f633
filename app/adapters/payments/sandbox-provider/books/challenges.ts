import { type Provider, Refusal } from "../provider";
import { answerAfterChallenge } from "../rules/bank-answer";
import { presented } from "./authorise";
import { getCard } from "./cards";
import type { Books } from "./open-books";
import { listGroup, type PaymentRow, touch } from "./payments";

export type Challenge = {
  readonly groupId: string;
  readonly returnUrl: string;
  /** Whose bank asks. */
  readonly card: { readonly brand: string; readonly last4: string };
  readonly payments: readonly PaymentRow[];
  /** False: answered already, or every payment was canceled meanwhile. */
  readonly open: boolean;
};

type GroupRow = { readonly id: string; readonly card_id: string; readonly saved: number; readonly return_url: string };

/** The challenge of this address; `undefined` when there is none. */
export function findChallenge(books: Books, challengeId: string): Challenge | undefined {
  const group = findGroup(books, challengeId);
  if (group === undefined) return undefined;
  const payments = listGroup(books, group.id);
  return {
    groupId: group.id,
    returnUrl: group.return_url,
    card: getCard(books, group.card_id).facts,
    payments,
    open: payments.some(({ state }) => state === "action_required"),
  };
}

/** The cardholder has answered: every payment that still waits is decided. An answer counts once. */
export function answerChallenge(provider: Provider, challengeId: string, confirmed: boolean): { readonly returnUrl: string } {
  const { books, clock } = provider;
  const group = findGroup(books, challengeId);
  if (group === undefined) throw new Refusal("not_found", "there is no such challenge");
  const card = getCard(books, group.card_id);
  const answer = answerAfterChallenge(presented(card, { saved: group.saved === 1, nowMs: clock.now() }), confirmed);
  const first = books.run(
    "update groups set challenge_answer = ? where id = ? and challenge_answer is null",
    confirmed ? "confirmed" : "refused",
    group.id,
  );
  if (first === 0) return { returnUrl: group.return_url };
  if (confirmed) books.run("update cards set set_up = 1 where id = ?", card.cardId);
  for (const { id } of listGroup(books, group.id).filter(({ state }) => state === "action_required")) {
    books.run("update payments set state = ?, decline_reason = ? where id = ?", answer.state, answer.declineReason, id);
    touch(provider, id);
  }
  return { returnUrl: group.return_url };
}

function findGroup(books: Books, challengeId: string): GroupRow | undefined {
  return books.get<GroupRow>("select id, card_id, saved, return_url from groups where challenge_id = ?", challengeId);
}
