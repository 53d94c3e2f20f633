import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { systemClock } from "~/adapters/clock/system-clock";
import { randomIds } from "~/adapters/ids/random-ids";
import { pinoLog } from "~/adapters/log/pino-log";
import { installationSecret } from "~/adapters/secrets/installation-secret";
import { SECOND_MS } from "~/domain/kernel/instant";
import { providerKeys } from "../provider-keys";
import { runFollowUps } from "./books/follow-ups";
import { openBooks } from "./books/open-books";
import { oldestUnsettled, settle } from "./books/settlements";
import { providerServer } from "./http/server";
import { noTrouble } from "./http/trouble";
import type { Provider } from "./provider";
import { readProviderEnv } from "./provider-env";
import { webhookSender } from "./webhook-sender";

/** How often the provider looks at what is due by the clock. */
const TICK_MS = 250;
/** Connections that are still busy after this are cut. */
const GRACE_MS = 5 * SECOND_MS;

/** Process entry of the sandbox payment provider: its own database, its own port, reached by HTTP only. */
async function main(): Promise<void> {
  const env = readProviderEnv();
  const stopped = untilStopped();
  const log = pinoLog({ level: env.logLevel, to: "stderr", process: "provider" });
  const keys = providerKeys(env.secret ?? installationSecret(env.dataDir, "provider-secret"));
  const books = openBooks(env.dataDir);
  const place = { publicOrigin: env.publicOrigin(env.port) };
  const provider: Provider = {
    books,
    clock: systemClock(),
    ids: randomIds(),
    get publicOrigin() {
      return place.publicOrigin;
    },
    appOrigin: env.appOrigin,
    vaultSecret: installationSecret(env.dataDir, "provider-vault-secret"),
  };
  const sender = webhookSender(provider, { url: env.webhookUrl, secret: keys.webhooks });
  const door = { provider, trouble: noTrouble(), wake: sender.wake, setWebhookMode: sender.setMode, log, apiKey: keys.api, test: env.test };
  const server = providerServer(door);
  const port = await listen(server, env.port);
  place.publicOrigin = env.publicOrigin(port);
  const ticking = setInterval(() => tick(provider, env.settleSeconds, sender.wake), TICK_MS);
  log.info("provider ready", { port, origin: place.publicOrigin });
  process.send?.({ ready: true, port });
  await stopped;
  clearInterval(ticking);
  await close(server);
  await sender.stop();
  books.close();
  process.exit(0);
}

/** A problem here ends the process, and the supervisor starts it again on the same books. */
function tick(provider: Provider, settleSeconds: number, wake: () => void): void {
  const { books, clock } = provider;
  const now = clock.now();
  const oldest = oldestUnsettled(books);
  books.transaction(() => runFollowUps(provider, now));
  if (oldest !== undefined && now - oldest >= settleSeconds * SECOND_MS) books.transaction(() => settle(provider));
  wake();
}

async function listen(server: Server, wanted: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(wanted, resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  await closed;
}

/** Resolves at SIGTERM or SIGINT, or when the supervisor that forked this process is gone. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
    process.once("disconnect", resolve);
  });
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The payment provider could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
