import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AppLoadContext } from "@remix-run/node";
import type { Log } from "~/ports/log";
import { announcesTooMuch, bodyLimit } from "./body-limit";
import { callerOf } from "./caller";
import type { EdgeConfig } from "./edge-config";
import { checkHost, checkRequest } from "./guard";
import { answerHealth, type HealthSources } from "./health";
import { answerPage, type PageHandler } from "./pages";
import { sendRefusal } from "./refusal";
import { setSecurityHeaders } from "./security-headers";

/** Serves a file or calls `next`. */
export type FileHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export type Edge = {
  readonly log: Log;
  readonly config: EdgeConfig;
  readonly health: HealthSources;
  readonly files: FileHandler;
  readonly pages: PageHandler;
  /** True when the request carries a session cookie, genuine or not. */
  readonly hasSession: (cookieHeader: string) => boolean;
  readonly contextFor: (request: IncomingMessage, response: { readonly nonce: string; readonly address: string }) => AppLoadContext;
};

/** 128 bits, what the policy's authors ask for at least. Source: CSP level 3, §7.1. */
const NONCE_BYTES = 16;

/** Answers one request; a mistake of ours ends this request only, and is written down. */
export async function handleRequest(request: IncomingMessage, response: ServerResponse, edge: Edge): Promise<void> {
  const stop = edge.health.metrics.start(request.method ?? "");
  response.once("close", () => stop(response.statusCode));
  try {
    await route(request, response, edge);
  } catch (error) {
    if (response.destroyed) return;
    edge.log.error("A request could not be answered.", error);
    if (response.headersSent) response.destroy();
    else sendRefusal(request, response, { kind: "failed" });
  }
}

/** In this order: health for machines, host, guard, files, pages. */
async function route(request: IncomingMessage, response: ServerResponse, edge: Edge): Promise<void> {
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  setSecurityHeaders(response, edge.config, nonce);
  if (await answerHealth(request, response, edge.health)) return;
  const caller = callerOf(request, edge.config);
  const refusal = checkHost(request, caller, edge.config) ?? checkRequest(request, edge.config) ?? checkSize(request);
  if (refusal !== null) return sendRefusal(request, response, refusal);
  if (await servesFile(request, response, edge.files)) return;
  const context = edge.contextFor(request, { nonce, address: caller.address });
  const hasSession = edge.hasSession(request.headers.cookie ?? "");
  await answerPage({ request, response }, { handler: edge.pages, context, config: edge.config, hasSession });
}

/** A file handler calls on for what it does not serve; otherwise its answer's end is the end. */
function servesFile(request: IncomingMessage, response: ServerResponse, files: FileHandler): Promise<boolean> {
  return new Promise((resolve) => {
    response.once("close", () => resolve(true));
    files(request, response, () => resolve(false));
  });
}

function checkSize(request: IncomingMessage): { readonly kind: "too_large" } | null {
  return announcesTooMuch(request, bodyLimit(request.url ?? "/")) ? { kind: "too_large" } : null;
}
