import type { IncomingMessage, ServerResponse } from "node:http";
import type { AppLoadContext } from "@remix-run/node";
import { createRequest } from "@remix-run/node-fetch-server";
import { bodyLimit, limitBody } from "./body-limit";
import { setCachePolicy } from "./cache-policy";
import { sendCompressed } from "./compression";
import type { EdgeConfig } from "./edge-config";
import { sendRefusal } from "./refusal";

/** Answers a web request with a page. */
export type PageHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

/** Headers that say where a request came from; the guard has judged them, and the framework must not judge again. */
const JUDGED = ["origin", "forwarded", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-for", "x-forwarded-port"];

/** Passes a guarded request to the framework and sends its answer. */
export async function answerPage(
  exchange: { readonly request: IncomingMessage; readonly response: ServerResponse },
  page: { readonly handler: PageHandler; readonly context: AppLoadContext; readonly config: EdgeConfig; readonly hasSession: boolean },
): Promise<void> {
  const { request, response } = exchange;
  const limited = limitedRequest(request, response, page.config);
  const answer = await page.handler(limited.request, page.context);
  if (limited.exceeded()) {
    await answer.body?.cancel();
    return sendRefusal(request, response, { kind: "too_large" });
  }
  const headers = new Headers(answer.headers);
  setCachePolicy(headers, { path: (request.url ?? "/").split("?")[0] ?? "/", hasSession: page.hasSession });
  await sendCompressed(request, response, new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers }));
  await letGoOf(request, limited.request);
}

/** A body nobody read would block the connection for its next request: the rest of it is read and dropped. */
async function letGoOf(incoming: IncomingMessage, request: Request): Promise<void> {
  if (request.body !== null && !request.body.locked) await request.body.cancel();
  if (!incoming.readableEnded) incoming.resume();
}

function limitedRequest(
  incoming: IncomingMessage,
  response: ServerResponse,
  config: EdgeConfig,
): { readonly request: Request; readonly exceeded: () => boolean } {
  const { protocol, host } = config.publicOrigin;
  const whole = createRequest(incoming, response, { protocol, host });
  const headers = new Headers(whole.headers);
  for (const name of JUDGED) headers.delete(name);
  headers.set("host", host);
  if (whole.body === null) return { request: new Request(whole, { headers }), exceeded: () => false };
  const limited = limitBody(whole.body, bodyLimit(incoming.url ?? "/"));
  const init: RequestInit & { readonly duplex: "half" } = {
    method: whole.method,
    headers,
    body: limited.body,
    signal: whole.signal,
    duplex: "half",
  };
  return { request: new Request(whole.url, init), exceeded: limited.exceeded };
}
