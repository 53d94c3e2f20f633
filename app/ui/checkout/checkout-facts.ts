import type { Checkout, CheckoutStep } from "~/domain/checkout/checkout";
import type { SavedCard } from "~/domain/payments/card";

/** The parts of a checkout that can be opened to change them. */
export type CheckoutPart = Exclude<CheckoutStep, "payment"> | "card";

/** A checkout as page and sheet show it. */
export type CheckoutFacts = {
  readonly checkout: Checkout;
  /** The part whose form is open; `null` when all is said and one tap is left. */
  readonly open: CheckoutPart | null;
  /** The kept card it would be paid with; `null` = one is typed. */
  readonly card: SavedCard | null;
  readonly entry: { readonly frameUrl: string } | "unreachable" | null;
  /** The idempotency key of this very form. */
  readonly payKey: string;
  /** Somebody is signed in, so a card can be kept for them. */
  readonly mayKeep: boolean;
  readonly countries: readonly string[];
  /** The first guess of where the parcel goes. */
  readonly country: string;
  /** Where it goes on; set once it is being paid or placed. */
  readonly next: string | null;
};

/** What a page gets back from a checkout form that was not taken. */
export type CheckoutAnswer = {
  readonly errors: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly message: string | null;
  readonly intent: string | null;
};

/** The refused form among what an action may answer; `null` for answers that lead on. */
export function refusalIn(answer: unknown): CheckoutAnswer | null {
  if (typeof answer !== "object" || answer === null || !("errors" in answer) || !("values" in answer)) return null;
  const { errors, values } = answer;
  const message = "message" in answer && typeof answer.message === "string" ? answer.message : null;
  const intent = "intent" in answer && typeof answer.intent === "string" ? answer.intent : null;
  return { errors: textsIn(errors), values: textsIn(values), message, intent };
}

function textsIn(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
