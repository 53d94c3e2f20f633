import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { AppLoadContext } from "@remix-run/node";
import { drain } from "~/edge/drain";
import { type Edge, handleRequest } from "~/edge/handle-request";
import { webMetrics } from "~/edge/metrics";
import { pagesFromBuild, pagesFromVite } from "~/edge/page-source";
import { sendRefusal } from "~/edge/refusal";
import { startSignsOfLife } from "~/edge/signs-of-life";
import { markProcessSeen } from "~/services/mark-process-seen";
import { chooseLocale } from "~/ui/texts/choose-locale";
import { createWebContainer } from "./container.server";
import { readWebEnv } from "./env.server";

/** A browser sends its headers at once; whoever takes longer holds a connection on purpose. */
const HEADERS_TIMEOUT_MS = 10_000;

/** The largest import over a slow line (25 MB at 4 Mbit/s) with room to spare. */
const REQUEST_TIMEOUT_MS = 90_000;

/** How often both are looked at; Node's own 30 seconds would triple the first. */
const CHECK_MS = 5_000;

const env = readWebEnv();
// React and Vite read it; unset would mean their slow development builds.
process.env.NODE_ENV = env.mode;

let answer = (request: IncomingMessage, response: Parameters<typeof sendRefusal>[1]): void =>
  sendRefusal(request, response, { kind: "starting" });
const server = createServer(
  { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS, connectionsCheckingInterval: CHECK_MS },
  (request, response) => answer(request, response),
);

const port = await listen(server, env.port);
const publicOrigin = new URL(env.publicOrigin);
// Port 0 asks the system for a free one, which is known only now.
if (env.port === 0 && publicOrigin.port === "0") publicOrigin.port = String(port);

const container = await createWebContainer(env, publicOrigin.origin);
const { log } = container.deps;
const development = env.mode === "development";
const source = development ? await pagesFromVite(server) : await pagesFromBuild(env.mode);
let draining = false;
const processId = container.deps.ids.next("proc");
const life = startSignsOfLife((sign) => markProcessSeen(container.deps, { id: processId, kind: "web", ...sign }), log);

const edge: Edge = {
  log,
  config: { publicOrigin, trustedProxies: new Set(env.trustedProxies), development },
  health: { ping: container.ping, draining: () => draining, metrics: webMetrics() },
  files: source.files,
  pages: source.pages,
  hasSession: (cookies) => cookies.includes(`${container.sessionCookie}=`),
  contextFor,
};
answer = (request, response) => void handleRequest(request, response, edge);

drain(server, {
  log,
  begin: () => {
    draining = true;
    container.live.close();
  },
  close: [source.close, life.stop, container.close],
});
log.info("The web is ready.", { port, origin: publicOrigin.origin });
process.send?.({ ready: true, port });

function contextFor(request: IncomingMessage, caller: { readonly nonce: string; readonly address: string }): AppLoadContext {
  return {
    deps: container.deps,
    live: container.live,
    nonce: caller.nonce,
    address: caller.address,
    locale: chooseLocale({ cookie: request.headers.cookie, acceptLanguage: request.headers["accept-language"] }),
    env: { mode: env.mode, demo: env.demo, publicOrigin: publicOrigin.origin },
  };
}

async function listen(target: Server, wanted: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    target.once("error", reject);
    target.listen(wanted, resolve);
  });
  return (target.address() as AddressInfo).port;
}
