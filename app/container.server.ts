import { join } from "node:path";
import { isbotAgents } from "~/adapters/agents/isbot-agents";

import { betterAuthAccounts } from "~/adapters/auth/better-auth-accounts";
import { scryptPasswords } from "~/adapters/auth/scrypt-passwords";
import { sessionCookieName } from "~/adapters/auth/session-cookie";
import { systemClock } from "~/adapters/clock/system-clock";
import { killAt, noFaults } from "~/adapters/faults/kill-faults";
import { formats } from "~/adapters/formats/formats";
import { randomIds } from "~/adapters/ids/random-ids";
import { pinoLog } from "~/adapters/log/pino-log";
import { backgroundMailer } from "~/adapters/mailer/background-mailer";
import { folderMailer } from "~/adapters/mailer/folder-mailer";
import { smtpMailer } from "~/adapters/mailer/smtp-mailer";
import { sandboxPayments } from "~/adapters/payments/sandbox/sandbox-payments";
import { installationSecret } from "~/adapters/secrets/installation-secret";
import { hmacTouchTokens } from "~/adapters/touch-tokens/hmac-touch-tokens";
import type { WebEnv } from "~/env.server";
import { livePoller } from "~/http/live-poller";
import type { Agents } from "~/ports/agents";
import { readVersions } from "~/services/read-versions";
import type { WebDeps } from "~/services/web-deps";
import { migrate } from "~db/migrate";
import { openDatabase } from "~db/open";
import { ping } from "~db/queries/ping";

export type WebContainer = {
  readonly deps: WebDeps;
  readonly live: ReturnType<typeof livePoller>;
  readonly sessionCookie: string;
  readonly agents: Agents;
  /** Signs sessions and, by a key derived from it, touch ids. */
  readonly secret: string;
  /** Fails when the database does not answer. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Builds everything the web needs, once, and brings the database to its newest shape. */
export async function createWebContainer(env: WebEnv, publicOrigin: string): Promise<WebContainer> {
  const log = pinoLog({ level: env.logLevel, to: "stdout", process: "web" });
  const [clock, ids] = [systemClock(), randomIds()];
  const db = openDatabase(env.database);
  await migrate(db);
  const folder = folderMailer(join(env.dataDir, "mailbox"), { clock, ids, from: env.mailFrom });
  const mailer = backgroundMailer(env.smtpUrl === null ? folder : smtpMailer(env.smtpUrl, { from: env.mailFrom }), log);
  const secret = env.authSecret ?? installationSecret(env.dataDir, "auth-secret");
  const deps: WebDeps = {
    db,
    clock,
    ids,
    log,
    faults: env.crash === null ? noFaults() : killAt(env.crash),
    formats,
    passwords: scryptPasswords(),
    accounts: betterAuthAccounts({ db, ids, secret, publicOrigin }),
    mailer,
    payments: sandboxPayments({
      url: env.provider.url,
      frameOrigin: env.provider.publicOrigin,
      secret: env.provider.secret ?? installationSecret(env.dataDir, "provider-secret"),
      clock,
    }),
    demo: env.demo,
    publicOrigin,
    mailbox: env.smtpUrl === null ? folder : null,
    touchTokens: hmacTouchTokens(secret),
  };
  const live = livePoller((brandIds) => readVersions(deps, brandIds), log);
  return {
    deps,
    live,
    sessionCookie: sessionCookieName(publicOrigin),
    agents: isbotAgents(),
    secret,
    ping: () => ping(db.query),
    close: async () => {
      live.close();
      await mailer.settle();
      await db.close();
    },
  };
}
