import { scryptPasswords } from "~/adapters/auth/scrypt-passwords";
import { systemClock } from "~/adapters/clock/system-clock";
import { killAt, noFaults } from "~/adapters/faults/kill-faults";
import { formats } from "~/adapters/formats/formats";
import { randomIds } from "~/adapters/ids/random-ids";
import { pinoLog } from "~/adapters/log/pino-log";
import { sandboxPayments } from "~/adapters/payments/sandbox/sandbox-payments";
import { installationSecret } from "~/adapters/secrets/installation-secret";
import { hmacTouchTokens } from "~/adapters/touch-tokens/hmac-touch-tokens";
import type { ShopDeps, TrackingDeps } from "~/services/deps";
import type { PeopleDeps } from "~/services/web-deps";
import { type Db, openDatabase } from "~db/open";
import type { WorkerEnv } from "./env";

/** What background work needs beyond a use case: a second database handle for long reads. */
export type WorkerDeps = PeopleDeps & ShopDeps & TrackingDeps & { readonly openSecondHandle: () => Db };

/** Builds everything for the worker and the command line, once per process; logs go to standard error. */
export function buildWorkerDeps(env: WorkerEnv, processName: string): WorkerDeps {
  const openHandle = (): Db => openDatabase(env.database);
  const clock = systemClock();
  return {
    db: openHandle(),
    clock,
    ids: randomIds(),
    log: pinoLog({ level: env.logLevel, to: "stderr", process: processName }),
    faults: env.crash === null ? noFaults() : killAt(env.crash),
    formats,
    passwords: scryptPasswords(),
    payments: sandboxPayments({
      url: env.provider.url,
      frameOrigin: env.provider.publicOrigin,
      secret: env.provider.secret ?? installationSecret(env.dataDir, "provider-secret"),
      clock,
    }),
    publicOrigin: env.publicOrigin,
    touchTokens: hmacTouchTokens(env.authSecret ?? installationSecret(env.dataDir, "auth-secret")),
    openSecondHandle: openHandle,
  };
}
