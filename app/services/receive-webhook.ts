import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { lookAgainAt } from "~db/queries/due-payments";
import { insertWebhook } from "~db/queries/provider-books";
import { transact } from "~db/transaction";
import type { ShopDeps } from "./deps";

export type WebhookRequest = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/**
 * Takes a notice of the provider's in: it only says that something happened to a payment, so that payment is
 * looked at next. One that arrives twice, in any order, or about a payment of nobody's does no harm.
 */
export async function receiveWebhook(
  deps: ShopDeps,
  request: WebhookRequest,
): Promise<Outcome<{ readonly isNew: boolean }, { readonly kind: "not_genuine" }>> {
  const webhook = deps.payments.readWebhook(request.headers, request.body);
  if (webhook === null) return refused({ kind: "not_genuine" });
  const now = deps.clock.now();
  return transact(deps.db, async (tx) => {
    const isNew = await insertWebhook(tx, { ...webhook, now });
    if (isNew) await lookAgainAt(tx, [webhook.paymentId], now);
    return done({ isNew });
  });
}
