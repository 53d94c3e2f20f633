import { z } from "zod";
import { runFollowUps } from "../books/follow-ups";
import { settle } from "../books/settlements";
import { Refusal } from "../provider";
import { check, type Exchange, readJson, sendJson } from "./exchange";
import type { Desk } from "./perform";
import { crashBody, faultsBody, type WebhookMode, webhooksBody } from "./trouble";

export type ControlDesk = Desk & { readonly setWebhookMode: (mode: WebhookMode) => void };

/** Later than any follow-up. */
const END_OF_TIME = Number.MAX_SAFE_INTEGER;

/** Orders that only tests may give; a process that was not started for tests does not have this address. */
export async function answerControl(desk: ControlDesk, exchange: Exchange): Promise<void> {
  const { books } = desk.provider;
  const body = await readJson(exchange, z.unknown());
  switch (exchange.request.method === "POST" ? exchange.url.pathname : "") {
    case "/control/faults":
      desk.trouble.setFaults(check(faultsBody, body).faults);
      break;
    case "/control/webhooks":
      desk.setWebhookMode(check(webhooksBody, body).mode);
      break;
    case "/control/crash":
      desk.trouble.setCrash(check(crashBody, body));
      break;
    case "/control/settle":
      return sendJson(exchange, 200, { batches: books.transaction(() => settle(desk.provider)) });
    case "/control/follow-ups":
      return sendJson(exchange, 200, { done: books.transaction(() => runFollowUps(desk.provider, END_OF_TIME)) });
    default:
      throw new Refusal("not_found", "there is no such order");
  }
  sendJson(exchange, 200, {});
}
