import type { DeclineReason } from "~/ports/payments";

/** What a test card does. Stored by name, so that the books know it after a restart without knowing the number. */
export type Behaviour = {
  /** When the cardholder's bank asks for a confirmation (3-D Secure). `unless_set_up`: until one was given for this card. */
  readonly challenge: "never" | "always" | "unless_set_up" | "unless_saved";
  /** What the bank says, after the challenge if there is one. */
  readonly answer: "yes" | DeclineReason;
  /** What it says instead once the card was saved. */
  readonly answerWhenSaved?: DeclineReason;
  readonly refund: "succeeds" | "pending" | "fails_later";
  readonly dispute: "fraudulent" | "product_not_received" | null;
};

const PLAIN = { challenge: "never", answer: "yes", refund: "succeeds", dispute: null } as const satisfies Behaviour;

const NAMES = {
  succeeds: PLAIN,
  declined: { ...PLAIN, answer: "declined" },
  insufficient_funds: { ...PLAIN, answer: "insufficient_funds" },
  lost_card: { ...PLAIN, answer: "lost_card" },
  stolen_card: { ...PLAIN, answer: "stolen_card" },
  expired_card: { ...PLAIN, answer: "expired_card" },
  incorrect_cvc: { ...PLAIN, answer: "incorrect_cvc" },
  processing_error: { ...PLAIN, answer: "processing_error" },
  fraudulent: { ...PLAIN, answer: "fraudulent" },
  declined_once_saved: { ...PLAIN, answerWhenSaved: "declined" },
  challenge_unless_set_up: { ...PLAIN, challenge: "unless_set_up" },
  challenge_always: { ...PLAIN, challenge: "always" },
  challenge_unless_saved: { ...PLAIN, challenge: "unless_saved" },
  challenge_then_insufficient_funds: { ...PLAIN, challenge: "always", answer: "insufficient_funds" },
  challenge_required: { ...PLAIN, challenge: "always" },
  challenge_then_declined: { ...PLAIN, challenge: "always", answer: "declined" },
  challenge_lookup_error: { ...PLAIN, answer: "authentication_failed" },
  challenge_optional: PLAIN,
  disputed_as_fraudulent: { ...PLAIN, dispute: "fraudulent" },
  disputed_as_not_received: { ...PLAIN, dispute: "product_not_received" },
  refund_pending: { ...PLAIN, refund: "pending" },
  refund_fails_later: { ...PLAIN, refund: "fails_later" },
} as const satisfies Readonly<Record<string, Behaviour>>;

export type BehaviourName = keyof typeof NAMES;

export const BEHAVIOURS: Readonly<Record<BehaviourName, Behaviour>> = NAMES;

/** The numbers this sandbox knows. Source: Stripe's published test cards, docs.stripe.com/testing. */
const NUMBERS: Readonly<Record<string, BehaviourName>> = {
  "4242424242424242": "succeeds",
  "4000056655665556": "succeeds",
  "5555555555554444": "succeeds",
  "2223003122003222": "succeeds",
  "5200828282828210": "succeeds",
  "5105105105105100": "succeeds",
  "378282246310005": "succeeds",
  "371449635398431": "succeeds",
  "6011111111111117": "succeeds",
  "6011000990139424": "succeeds",
  "6011981111111113": "succeeds",
  "3056930009020004": "succeeds",
  "36227206271667": "succeeds",
  "6555900000604105": "succeeds",
  "3566002020360505": "succeeds",
  "6200000000000005": "succeeds",
  "4000000000000002": "declined",
  "4000000000009995": "insufficient_funds",
  "4000000000009987": "lost_card",
  "4000000000009979": "stolen_card",
  "4000000000000069": "expired_card",
  "4000000000000127": "incorrect_cvc",
  "4000000000000119": "processing_error",
  "4100000000000019": "fraudulent",
  "4000000000000341": "declined_once_saved",
  "4000002500003155": "challenge_unless_set_up",
  "4000002760003184": "challenge_always",
  "4000003800000446": "challenge_unless_saved",
  "4000008260003178": "challenge_then_insufficient_funds",
  "4000000000003220": "challenge_required",
  "4000008400001629": "challenge_then_declined",
  "4000008400001280": "challenge_lookup_error",
  "4000000000003055": "challenge_optional",
  "4000000000000259": "disputed_as_fraudulent",
  "4000000000002685": "disputed_as_not_received",
  "4000000000007726": "refund_pending",
  "4000000000005126": "refund_fails_later",
};

/** The behaviour of a test number; `undefined` for every other, which may be somebody's real card. */
export function behaviourOf(digits: string): BehaviourName | undefined {
  return Object.hasOwn(NUMBERS, digits) ? NUMBERS[digits] : undefined;
}

/** True for a stored name that this version still knows. */
export function isBehaviourName(name: string): name is BehaviourName {
  return Object.hasOwn(BEHAVIOURS, name);
}
