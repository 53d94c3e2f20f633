import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseLocale } from "~/ui/texts/choose-locale";
import { textsFor } from "~/ui/texts/texts-for";

/** Why a request does not reach the pages. */
export type Refusal =
  | { readonly kind: "wrong_host" }
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "bad_url" }
  | { readonly kind: "data_query" }
  | { readonly kind: "method" }
  | { readonly kind: "cross_site" }
  | { readonly kind: "too_large" }
  | { readonly kind: "starting" }
  | { readonly kind: "failed" };

const STATUS: Readonly<Record<Exclude<Refusal["kind"], "redirect">, number>> = {
  wrong_host: 421,
  bad_url: 400,
  data_query: 400,
  method: 405,
  cross_site: 403,
  too_large: 413,
  starting: 503,
  failed: 500,
};

/** A sender that goes on for longer after being refused is cut off. */
const LONGEST_UPLOAD_MS = 10_000;

/** Answers a refused request in plain text, in the caller's language; nothing of the request is repeated. */
export function sendRefusal(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  response.setHeader("Cache-Control", "no-store");
  if (refusal.kind === "redirect") {
    response.writeHead(302, { Location: refusal.location }).end();
    return;
  }
  if (refusal.kind === "method") response.setHeader("Allow", "GET, HEAD, POST");
  if (refusal.kind === "starting") response.setHeader("Retry-After", "1");
  const words = Buffer.from(`${wordsFor(request, refusal.kind)}\n`);
  response.writeHead(STATUS[refusal.kind], { "Content-Type": "text/plain; charset=utf-8", "Content-Length": words.byteLength });
  if (request.method === "HEAD" || refusal.kind !== "too_large") response.end(request.method === "HEAD" ? undefined : words);
  else endAfterUpload(request, response, words);
}

/** Closing while the sender still writes would cut them off before they read why: the rest is dropped, for a while. */
function endAfterUpload(request: IncomingMessage, response: ServerResponse, words: Buffer): void {
  response.write(words);
  if (request.readableEnded) {
    response.end();
    return;
  }
  const timer = setTimeout(() => response.end(), LONGEST_UPLOAD_MS);
  request.once("close", () => clearTimeout(timer));
  request.once("end", () => response.end());
  request.resume();
}

function wordsFor(request: IncomingMessage, kind: Exclude<Refusal["kind"], "redirect">): string {
  const { t } = textsFor(chooseLocale({ cookie: request.headers.cookie, acceptLanguage: request.headers["accept-language"] }));
  return t(`edge.${kind}`);
}
