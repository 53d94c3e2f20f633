import type { Instant, PaymentId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import type { Minor } from "~/domain/kernel/money";

/**
 * The payment provider. Card data goes from the browser to it alone. Every call is idempotent under the id it
 * names. Two faults may be thrown (`domain/payments/payments-fault.ts`): `PaymentsUnreachable` (`retry: true`)
 * says that no answer came, so the call may have had its effect or not: call again, or ask `find`;
 * `PaymentsRefused` (`retry: false`) says that the provider will not do this, now or later, and did nothing.
 * A bank's no is neither: it is a payment in the state `declined`.
 */
export type Payments = {
  /**
   * A place to type a card, shown in the provider's own frame; the same key has the same entry. `?lang=fr` on the
   * frame's address chooses its language. `customer` lets the card be kept for that shopper.
   */
  readonly openCardEntry: (input: { readonly entryKey: string; readonly customer: string | null }) => Promise<CardEntry>;
  /** What was typed so far. `null` = no such entry. */
  readonly readCardEntry: (entryId: string) => Promise<{ readonly card: CardFacts | null } | null>;
  /** Keeps the entry's card for the customer; returns the token it is charged by. Refused when no card was typed. */
  readonly saveCard: (input: { readonly entryId: string; readonly customer: string }) => Promise<{ readonly token: string } | null>;
  /** Forgets a saved card. */
  readonly forgetCard: (token: string) => Promise<void>;
  /**
   * Authorises all payments of one checkout, with at most one challenge for all. Calling again with the same
   * group answers with what became of it; with other amounts or payments it is refused. `returnUrl`, an address of
   * ours, is where the shopper comes back to after a challenge; by then the payments' state is decided.
   */
  readonly authorise: (group: PaymentGroup) => Promise<GroupAnswer>;
  /** What the provider's books say of a payment; `null` = it never heard of it. */
  readonly find: (paymentId: PaymentId) => Promise<ProviderPayment | null>;
  /**
   * Lets go of an authorisation, or of a challenge nobody answers. Also for a payment that was never authorised:
   * then it never will be. What is declined or captured stays as it is.
   */
  readonly cancel: (paymentId: PaymentId) => Promise<ProviderPayment>;
  /** Takes the amount, once; the rest of the authorisation lapses. What is not authorised stays as it is: look at the answer's state. */
  readonly capture: (input: { readonly paymentId: PaymentId; readonly amountMinor: Minor }) => Promise<ProviderPayment>;
  /** Gives back part of what was captured. It may be pending for a while, and may fail even after it succeeded: see `refunds`. */
  readonly refund: (input: {
    readonly paymentId: PaymentId;
    readonly refundId: string;
    readonly amountMinor: Minor;
  }) => Promise<ProviderPayment>;
  /** Every payment changed after the cursor, oldest change first, for comparing both books; `cursor` is `null` when there was nothing. */
  readonly listChanges: (
    after: string | null,
  ) => Promise<{ readonly payments: readonly ProviderPayment[]; readonly cursor: string | null }>;
  readonly listSettlements: (
    after: string | null,
  ) => Promise<{ readonly settlements: readonly Settlement[]; readonly cursor: string | null }>;
  /** The webhook's content when its signature is the provider's, else `null`. */
  readonly readWebhook: (headers: Readonly<Record<string, string>>, body: string) => Webhook | null;
  /** Scheme, host and port of the frame and of the challenge page, for the content security policy. */
  readonly frameOrigin: string;
};

export type CardEntry = { readonly entryId: string; readonly frameUrl: string };

/** All we ever know of a card. `expires` is `YYYY-MM`; `fingerprint` is the same for the same number, and tells nothing else. */
export type CardFacts = { readonly brand: string; readonly last4: string; readonly expires: string; readonly fingerprint: string };

export type PaymentGroup = {
  /** The checkout's id: one attempt, one group. */
  readonly groupId: string;
  readonly source: { readonly entryId: string } | { readonly token: string };
  readonly returnUrl: string;
  readonly payments: readonly {
    readonly paymentId: PaymentId;
    readonly amountMinor: Minor;
    readonly currency: Currency;
    /** What the shopper's bank shows. */
    readonly statementName: string;
  }[];
};

/** `challenge`: lead the shopper there; every payment waits for it. */
export type GroupAnswer = { readonly challengeUrl: string | null; readonly payments: readonly ProviderPayment[] };

/**
 * Why a bank said no. `processing_error` may be tried again with the same card; `card_unavailable`: none was typed
 * into the entry, or the saved one has been forgotten.
 */
export type DeclineReason =
  | "declined"
  | "insufficient_funds"
  | "lost_card"
  | "stolen_card"
  | "expired_card"
  | "incorrect_cvc"
  | "processing_error"
  | "fraudulent"
  | "authentication_failed"
  | "card_unavailable";

export type ProviderPayment = {
  readonly paymentId: PaymentId;
  readonly state: "action_required" | "authorised" | "declined" | "canceled" | "captured";
  readonly declineReason: DeclineReason | null;
  /** `null`: canceled before it was ever authorised, so nothing else is known of it. */
  readonly currency: Currency | null;
  readonly amountMinor: Minor;
  readonly capturedMinor: Minor;
  /** What succeeded; a pending or failed refund is not in it. */
  readonly refundedMinor: Minor;
  readonly refunds: readonly ProviderRefund[];
  readonly dispute: ProviderDispute | null;
  readonly card: CardFacts | null;
  readonly changedAt: Instant;
};

export type ProviderRefund = {
  readonly refundId: string;
  readonly amountMinor: Minor;
  readonly state: "pending" | "succeeded" | "failed";
};

/** The shopper's bank takes the shopper's side until it is decided. Money does not move while it is open. */
export type ProviderDispute = {
  readonly reason: "fraudulent" | "product_not_received";
  readonly state: "opened" | "won" | "lost";
  readonly amountMinor: Minor;
};

/** What the provider paid out: `grossMinor` − `costMinor`. */
export type Settlement = {
  readonly settlementId: string;
  readonly currency: Currency;
  /** Captures less refunds of the batch; a refund that failed counts back. May be negative. */
  readonly grossMinor: Minor;
  readonly costMinor: Minor;
  readonly settledAt: Instant;
};

/** "Something happened to this payment": ask `find` what. The same id may arrive twice, and in any order. */
export type Webhook = { readonly webhookId: string; readonly paymentId: PaymentId };
