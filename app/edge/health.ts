import type { IncomingMessage, ServerResponse } from "node:http";
import type { WebMetrics } from "./metrics";

export type HealthSources = {
  /** Fails when the database does not answer. */
  readonly ping: () => Promise<void>;
  readonly draining: () => boolean;
  readonly metrics: WebMetrics;
};

/** Answers for machines that watch this process, under any host name; `true` when the request was one of theirs. */
export async function answerHealth(request: IncomingMessage, response: ServerResponse, sources: HealthSources): Promise<boolean> {
  const path = request.url?.split("?")[0];
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  if (path === "/healthz") return sendText(response, 200, "ok");
  if (path === "/readyz") return (await isReady(sources)) ? sendText(response, 200, "ready") : sendText(response, 503, "not ready");
  if (path !== "/metrics") return false;
  const { type, body } = await sources.metrics.text();
  return sendText(response, 200, body, type);
}

async function isReady(sources: HealthSources): Promise<boolean> {
  if (sources.draining()) return false;
  return sources.ping().then(
    () => true,
    () => false,
  );
}

function sendText(response: ServerResponse, status: number, body: string, type = "text/plain; charset=utf-8"): true {
  response.setHeader("Cache-Control", "no-store");
  response.writeHead(status, { "Content-Type": type }).end(body);
  return true;
}
