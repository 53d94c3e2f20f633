import { join } from "node:path";
import { readAuthSecret } from "~/adapters/auth/auth-secret";
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
import type { WebEnv } from "~/env.server";
import { livePoller } from "~/http/live-poller";
import { readVersions } from "~/services/read-versions";
import type { WebDeps } from "~/services/web-deps";
import { migrate } from "~db/migrate";
import { openDatabase } from "~db/open";
import { ping } from "~db/queries/ping";

export type WebContainer = {
  readonly deps: WebDeps;
  readonly live: ReturnType<typeof livePoller>;
  readonly sessionCookie: string;
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
  const secret = env.authSecret ?? (await readAuthSecret(env.dataDir));
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
    demo: env.demo,
    publicOrigin,
    mailbox: env.smtpUrl === null ? folder : null,
  };
  const live = livePoller((brandIds) => readVersions(deps, brandIds), log);
  return {
    deps,
    live,
    sessionCookie: sessionCookieName(publicOrigin),
    ping: () => ping(db.query),
    close: async () => {
      live.close();
      await mailer.settle();
      await db.close();
    },
  };
}
