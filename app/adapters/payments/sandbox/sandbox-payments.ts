import type { PaymentId } from "~/domain/kernel/branded";
import { type Currency, parseCurrency } from "~/domain/kernel/currency";
import { instant } from "~/domain/kernel/instant";
import { minor } from "~/domain/kernel/money";
import { PaymentsUnreachable } from "~/domain/payments/payments-fault";
import type { Clock } from "~/ports/clock";
import type { Payments, ProviderPayment, Settlement, Webhook } from "~/ports/payments";
import { providerKeys } from "../provider-keys";
import { isGenuine } from "../standard-webhooks";
import {
  changesAnswer,
  entryAnswer,
  groupAnswer,
  paymentAnswer,
  settlementsAnswer,
  tokenAnswer,
  typedAnswer,
  type WirePayment,
  type WireSettlement,
  webhookBody,
} from "../wire";
import { type ProviderCalls, providerCalls } from "./provider-calls";

export type SandboxPlace = {
  /** Where this process reaches the provider. */
  readonly url: string;
  /** Where browsers reach it. */
  readonly frameOrigin: string;
  /** The secret shared with the provider. */
  readonly secret: string;
  readonly clock: Clock;
  /** What one call may take; 5 seconds when left out. */
  readonly timeoutMs?: number;
};

/** Payments at the sandbox provider, reached by HTTP as a real one would be. */
export function sandboxPayments(place: SandboxPlace): Payments {
  const keys = providerKeys(place.secret);
  const calls = providerCalls({ url: place.url, apiKey: keys.api, timeoutMs: place.timeoutMs });
  return {
    ...cardCalls(calls),
    ...paymentCalls(calls),
    readWebhook: (headers, body) => readWebhook({ headers, body }, { secret: keys.webhooks, nowMs: place.clock.now() }),
    frameOrigin: place.frameOrigin,
  };
}

function cardCalls({ ask, find }: ProviderCalls): Pick<Payments, "openCardEntry" | "readCardEntry" | "saveCard" | "forgetCard"> {
  return {
    openCardEntry: (body) => ask({ method: "POST", path: "/v1/entries", body }, entryAnswer),
    readCardEntry: (entryId) => find({ method: "GET", path: `/v1/entries/${encodeURIComponent(entryId)}` }, typedAnswer),
    saveCard: (body) => find({ method: "POST", path: "/v1/cards", body }, tokenAnswer),
    forgetCard: async (token) => {
      await find({ method: "DELETE", path: `/v1/cards/${encodeURIComponent(token)}` }, tokenAnswer);
    },
  };
}

function paymentCalls({
  ask,
  find,
}: ProviderCalls): Pick<Payments, "authorise" | "find" | "cancel" | "capture" | "refund" | "listChanges" | "listSettlements"> {
  return {
    authorise: async (body) => {
      const { challengeUrl, payments } = await ask({ method: "POST", path: "/v1/groups", body }, groupAnswer);
      return { challengeUrl, payments: payments.map(toPayment) };
    },
    find: async (paymentId) => {
      const found = await find({ method: "GET", path: pathOf(paymentId) }, paymentAnswer);
      return found === null ? null : toPayment(found);
    },
    cancel: async (paymentId) => toPayment(await ask({ method: "POST", path: `${pathOf(paymentId)}/cancel`, body: {} }, paymentAnswer)),
    capture: async ({ paymentId, ...body }) =>
      toPayment(await ask({ method: "POST", path: `${pathOf(paymentId)}/capture`, body }, paymentAnswer)),
    refund: async ({ paymentId, ...body }) =>
      toPayment(await ask({ method: "POST", path: `${pathOf(paymentId)}/refunds`, body }, paymentAnswer)),
    listChanges: async (after) => {
      const { payments, cursor } = await ask({ method: "GET", path: `/v1/changes${pageQuery(after)}` }, changesAnswer);
      return { payments: payments.map(toPayment), cursor };
    },
    listSettlements: async (after) => {
      const { settlements, cursor } = await ask({ method: "GET", path: `/v1/settlements${pageQuery(after)}` }, settlementsAnswer);
      return { settlements: settlements.map(toSettlement), cursor };
    },
  };
}

function pathOf(paymentId: PaymentId): string {
  return `/v1/payments/${encodeURIComponent(paymentId)}`;
}

function pageQuery(after: string | null): string {
  return after === null ? "" : `?after=${encodeURIComponent(after)}`;
}

function toPayment(wire: WirePayment): ProviderPayment {
  return {
    ...wire,
    paymentId: wire.paymentId as PaymentId,
    currency: wire.currency === null ? null : toCurrency(wire.currency),
    amountMinor: minor(wire.amountMinor),
    capturedMinor: minor(wire.capturedMinor),
    refundedMinor: minor(wire.refundedMinor),
    refunds: wire.refunds.map((refund) => ({ ...refund, amountMinor: minor(refund.amountMinor) })),
    dispute: wire.dispute === null ? null : { ...wire.dispute, amountMinor: minor(wire.dispute.amountMinor) },
    changedAt: instant(wire.changedAt),
  };
}

function toSettlement(wire: WireSettlement): Settlement {
  return {
    settlementId: wire.settlementId,
    currency: toCurrency(wire.currency),
    grossMinor: minor(wire.grossMinor),
    costMinor: minor(wire.costMinor),
    settledAt: instant(wire.settledAt),
  };
}

/** The provider only has what we sent it; anything else is a garbled answer. */
function toCurrency(code: string): Currency {
  const currency = parseCurrency(code);
  if (currency === undefined) throw new PaymentsUnreachable("The payment provider's answer names an unknown currency.");
  return currency;
}

function readWebhook(
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  by: { readonly secret: string; readonly nowMs: number },
): Webhook | null {
  const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  if (!isGenuine(lowered, body, { secret: by.secret, nowSeconds: Math.floor(by.nowMs / 1_000) })) return null;
  const parsed = webhookBody.safeParse(jsonOrNull(body));
  const webhookId = lowered["webhook-id"];
  if (!parsed.success || webhookId === undefined) return null;
  return { webhookId, paymentId: parsed.data.paymentId as PaymentId };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
