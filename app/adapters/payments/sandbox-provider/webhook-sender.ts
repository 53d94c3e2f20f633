import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { signedHeaders } from "../standard-webhooks";
import { dropWaiting, listDue, noteDeliveries, type WaitingWebhook } from "./books/webhooks";
import type { WebhookMode } from "./http/trouble";
import type { Provider } from "./provider";

/** At once; more would crowd out the merchant's own visitors. */
const BATCH = 8;
const TIMEOUT_MS = 5_000;
/** How long disorder waits for a second message to overtake the first. */
const REORDER_MS = 150;

export type WebhookSender = {
  /** Looks at once whether something is due. */
  readonly wake: () => void;
  readonly setMode: (mode: WebhookMode) => void;
  /** Waits for what is under way. */
  readonly stop: () => Promise<void>;
};

type Attempt = WaitingWebhook & { readonly delivered: boolean };

/** Tells the merchant what changed, signed, until it answers 2xx. One batch at a time. */
export function webhookSender(provider: Provider, to: { readonly url: string; readonly secret: string }): WebhookSender {
  let mode: WebhookMode = "deliver";
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const round = async (): Promise<void> => {
    do {
      again = false;
      if (mode === "reorder") await sleep(REORDER_MS);
      if (mode === "hold" || stopped) return;
      if (mode === "drop") return dropWaiting(provider.books);
      again = (await deliverBatch(provider, to, mode)) || again;
    } while (again);
  };
  const wake = (): void => {
    again = true;
    running ??= round().finally(() => {
      running = undefined;
    });
  };
  return {
    wake,
    setMode: (wanted) => {
      mode = wanted;
      wake();
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}

/** True when more may be due. */
async function deliverBatch(
  provider: Provider,
  to: { readonly url: string; readonly secret: string },
  mode: WebhookMode,
): Promise<boolean> {
  const { books, clock, appOrigin } = provider;
  const due = listDue(books, clock.now(), BATCH);
  if (due.length === 0) return false;
  const ordered = mode === "reorder" ? [...due].reverse() : due;
  const send = (webhook: WaitingWebhook): Promise<boolean> =>
    deliver(webhook, { ...to, host: new URL(appOrigin).host, nowSeconds: Math.floor(clock.now() / 1_000) });
  const attempt = async (webhook: WaitingWebhook): Promise<Attempt> => {
    const delivered = await send(webhook);
    if (mode === "duplicate") await send(webhook);
    return { ...webhook, delivered };
  };
  const results = mode === "reorder" ? await oneAfterTheOther(ordered, attempt) : await Promise.all(ordered.map(attempt));
  noteDeliveries(books, results, clock.now());
  return due.length === BATCH;
}

async function oneAfterTheOther(
  webhooks: readonly WaitingWebhook[],
  attempt: (webhook: WaitingWebhook) => Promise<Attempt>,
): Promise<Attempt[]> {
  const results: Attempt[] = [];
  for (const webhook of webhooks) results.push(await attempt(webhook));
  return results;
}

/** True when the merchant took it. Addressed to the merchant's public host, wherever the connection goes. */
function deliver(
  { id, payment_id }: WaitingWebhook,
  to: { readonly url: string; readonly secret: string; readonly host: string; readonly nowSeconds: number },
): Promise<boolean> {
  const body = JSON.stringify({ type: "payment.changed", paymentId: payment_id });
  const headers = {
    ...signedHeaders({ id, timestamp: to.nowSeconds, body }, to.secret),
    host: to.host,
    "content-type": "application/json",
    "user-agent": "vitrine-provider/1",
  };
  const target = new URL(to.url);
  return new Promise((resolve) => {
    const request = (target.protocol === "https:" ? tlsRequest : plainRequest)(target, { method: "POST", headers }, (response) => {
      response.resume();
      response.once("error", () => resolve(false));
      response.once("end", () => resolve((response.statusCode ?? 0) >= 200 && (response.statusCode ?? 0) < 300));
    });
    request.setTimeout(TIMEOUT_MS, () => request.destroy(new Error("it took too long")));
    request.once("error", () => resolve(false));
    request.end(body);
  });
}
