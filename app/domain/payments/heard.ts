import type { Minor } from "../kernel/money";
import type { FactKind, PaymentStatus, PaymentSums } from "./payment-facts";

/** What a provider's books say of a payment. */
export type Heard = {
  readonly state: "action_required" | "authorised" | "declined" | "canceled" | "captured";
  readonly declineReason: string | null;
  readonly amountMinor: Minor;
  readonly capturedMinor: Minor;
};

export type HeardFact = { readonly kind: FactKind; readonly amountMinor: Minor; readonly reason: string | null };

/** What counts as no news: statuses in which hearing this state adds nothing. */
const OLD_NEWS: Readonly<Record<Heard["state"], readonly PaymentStatus[]>> = {
  action_required: ["action_required", "authorised", "declined", "capturing", "captured", "lost", "voided"],
  authorised: ["authorised", "declined", "capturing", "captured", "lost", "voided"],
  declined: ["declined", "authorised", "capturing", "captured", "lost", "voided"],
  canceled: ["voided", "captured", "declined"],
  captured: ["captured"],
};

const FACT_OF: Readonly<Record<Heard["state"], FactKind>> = {
  action_required: "action_required",
  authorised: "authorised",
  declined: "declined",
  canceled: "voided",
  captured: "captured",
};

/** The fact to append after hearing of a payment; `null` when it is known already. `amountMinor` is our own amount of the payment. */
export function factHeard(sums: Pick<PaymentSums, "status">, heard: Heard, amountMinor: Minor): HeardFact | null {
  if (OLD_NEWS[heard.state].includes(sums.status)) return null;
  const reason = heard.state === "declined" ? (heard.declineReason ?? "declined") : null;
  return { kind: FACT_OF[heard.state], amountMinor: heard.state === "captured" ? heard.capturedMinor : amountMinor, reason };
}
