import type { DeclineReason } from "~/ports/payments";
import type { Behaviour } from "./behaviours";

export type BankAnswer =
  | { readonly state: "authorised" | "action_required"; readonly declineReason: null }
  | { readonly state: "declined"; readonly declineReason: DeclineReason };

/** How the card comes to this payment. */
export type Presented = {
  readonly behaviour: Behaviour;
  readonly saved: boolean;
  /** A challenge was once confirmed for it. */
  readonly setUp: boolean;
  readonly expired: boolean;
};

const YES: BankAnswer = { state: "authorised", declineReason: null };

/** What the cardholder's bank says first; `null` stands for no card at all. */
export function firstAnswer(card: Presented | null): BankAnswer {
  if (card === null) return no("card_unavailable");
  if (card.expired) return no("expired_card");
  return asksFor(card) ? { state: "action_required", declineReason: null } : finalAnswer(card);
}

/** What it says once the cardholder has confirmed or refused. */
export function answerAfterChallenge(card: Presented, confirmed: boolean): BankAnswer {
  return confirmed ? finalAnswer(card) : no("authentication_failed");
}

function asksFor({ behaviour, saved, setUp }: Presented): boolean {
  if (behaviour.challenge === "unless_set_up") return !setUp;
  if (behaviour.challenge === "unless_saved") return !saved;
  return behaviour.challenge === "always";
}

function finalAnswer({ behaviour, saved }: Presented): BankAnswer {
  const answer = saved ? (behaviour.answerWhenSaved ?? behaviour.answer) : behaviour.answer;
  return answer === "yes" ? YES : no(answer);
}

function no(declineReason: DeclineReason): BankAnswer {
  return { state: "declined", declineReason };
}
