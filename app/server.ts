import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import type { AppLoadContext } from "@remix-run/node";
import { visitorOf } from "~/domain/tracking/consent";
import { carriedIn } from "~/domain/tracking/touch-address";
import { drain } from "~/edge/drain";
import { type Edge, handleRequest } from "~/edge/handle-request";
import { startIngest } from "~/edge/ingest";
import type { IngestSettings } from "~/edge/ingest-messages";
import { webMetrics } from "~/edge/metrics";
import { pagesFromBuild, pagesFromVite } from "~/edge/page-source";
import { sendRefusal } from "~/edge/refusal";
import { startSignsOfLife } from "~/edge/signs-of-life";
import { readConsent } from "~/http/consent-cookies";
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

/** A batch's rows die with it: with Node's 16 MB the ingest thread would spend a fifth of its time on moving them. */
const YOUNG_MB = 64;

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
const ingest = await startIngest(spawnIngest, log);
let draining = false;
const processId = container.deps.ids.next("proc");
const life = startSignsOfLife((sign) => markProcessSeen(container.deps, { id: processId, kind: "web", ...sign }), log);

const config = { publicOrigin, providerOrigin: env.provider.publicOrigin, trustedProxies: new Set(env.trustedProxies), development };
const edge: Edge = {
  log,
  config,
  tracking: { ingest, clock: container.deps.clock, agents: container.agents, config },
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
  close: [source.close, life.stop, ingest.close, container.close],
});
log.info("The web is ready.", { port, origin: publicOrigin.origin });
process.send?.({ ready: true, port });

/** With a database connection of its own; its entry is JavaScript that teaches the thread TypeScript first. */
function spawnIngest(): Worker {
  const workerData: IngestSettings = { database: env.database, secret: container.secret, logLevel: env.logLevel, crash: env.crash };
  return new Worker(new URL("./ingest-start.js", import.meta.url), {
    workerData,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
}

function contextFor(request: IncomingMessage, caller: Parameters<Edge["contextFor"]>[1]): AppLoadContext {
  const consent = readConsent(request.headers, publicOrigin.origin);
  return {
    deps: container.deps,
    live: container.live,
    nonce: caller.nonce,
    address: caller.address,
    locale: chooseLocale({ cookie: request.headers.cookie, acceptLanguage: request.headers["accept-language"] }),
    env: { mode: env.mode, demo: env.demo, publicOrigin: publicOrigin.origin },
    consent,
    visitorId: visitorOf(consent),
    carried: container.deps.touchTokens.read(carriedIn(request.url ?? "") ?? ""),
    settled: caller.settled,
  };
}

async function listen(target: Server, wanted: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    target.once("error", reject);
    target.listen(wanted, resolve);
  });
  return (target.address() as AddressInfo).port;
}
