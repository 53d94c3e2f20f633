import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Log } from "~/ports/log";
import type { WireRefusal } from "../../wire";
import { answerAsset } from "../pages/assets";
import { answerCardPage } from "../pages/card-page";
import { answerChallengePage } from "../pages/challenge-page";
import { sendLost } from "../pages/page";
import { Refusal } from "../provider";
import { answerApi } from "./api";
import { answerControl, type ControlDesk } from "./control";
import { type Exchange, sendJson } from "./exchange";

export type Door = ControlDesk & {
  readonly log: Log;
  /** What the merchant's server shows. */
  readonly apiKey: string;
  /** Whether the test's orders are taken. */
  readonly test: boolean;
};

/** Longer than any client of ours keeps an idle connection, so that the client, who knows, closes it. */
const KEEP_ALIVE_MS = 65_000;

const STATUS: Readonly<Record<WireRefusal["error"], number>> = {
  bad_request: 400,
  unauthorised: 401,
  not_found: 404,
  conflict: 409,
  too_much: 422,
};

/** The provider's server: the merchant's API, the two pages, and in tests the control API. */
export function providerServer(door: Door): Server {
  const server = createServer((request, response) => void answer(door, request, response));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 1_000;
  return server;
}

async function answer(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const exchange: Exchange = { request, response, url: addressOf(request) };
  setSecurityHeaders(response);
  try {
    await route(door, exchange);
  } catch (error) {
    if (response.headersSent || response.destroyed) return void response.destroy();
    if (error instanceof Refusal) return sendJson(exchange, STATUS[error.answer.error], error.answer);
    door.log.error("A request could not be answered.", error);
    sendJson(exchange, 500, { message: "The provider failed." });
  }
}

async function route(door: Door, exchange: Exchange): Promise<void> {
  const { pathname } = exchange.url;
  if (pathname.startsWith("/v1/")) {
    checkKey(door, exchange);
    return answerApi(door, exchange);
  }
  if (pathname.startsWith("/control/") && door.test) {
    checkKey(door, exchange);
    return answerControl(door, exchange);
  }
  if (pathname === "/healthz") return sendJson(exchange, 200, { status: "ok" });
  const served = answerAsset(exchange) || (await answerCardPage(door, exchange)) || (await answerChallengePage(door, exchange));
  if (!served) sendLost(exchange);
}

/** Addresses nobody can parse lead where addresses nobody has lead. */
function addressOf({ url = "/" }: IncomingMessage): URL {
  const text = `http://provider${url}`;
  return url.startsWith("/") && URL.canParse(text) ? new URL(text) : new URL("http://provider/nowhere");
}

function checkKey({ apiKey }: Door, { request }: Exchange): void {
  const [shown, right] = [request.headers.authorization ?? "", `Bearer ${apiKey}`].map((text) => Buffer.from(text));
  if (shown === undefined || right === undefined || shown.length !== right.length || !timingSafeEqual(shown, right)) {
    throw new Refusal("unauthorised", "the key is missing or wrong");
  }
}

/** Pages add what they need; everything else needs nothing. */
function setSecurityHeaders(response: ServerResponse): void {
  response.setHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "same-origin");
  response.setHeader("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()");
  response.setHeader("cache-control", "no-store");
}
