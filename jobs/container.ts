import { scryptPasswords } from "~/adapters/auth/scrypt-passwords";
import { systemClock } from "~/adapters/clock/system-clock";
import { killAt, noFaults } from "~/adapters/faults/kill-faults";
import { formats } from "~/adapters/formats/formats";
import { randomIds } from "~/adapters/ids/random-ids";
import { pinoLog } from "~/adapters/log/pino-log";
import type { PeopleDeps } from "~/services/web-deps";
import { type Db, openDatabase } from "~db/open";
import type { WorkerEnv } from "./env";

/** What background work needs beyond a use case: a second database handle for long reads. */
export type WorkerDeps = PeopleDeps & { readonly openSecondHandle: () => Db };

/** Builds everything for the worker and the command line, once per process; logs go to standard error. */
export function buildWorkerDeps(env: WorkerEnv, processName: string): WorkerDeps {
  const openHandle = (): Db => openDatabase(env.database);
  return {
    db: openHandle(),
    clock: systemClock(),
    ids: randomIds(),
    log: pinoLog({ level: env.logLevel, to: "stderr", process: processName }),
    faults: env.crash === null ? noFaults() : killAt(env.crash),
    formats,
    passwords: scryptPasswords(),
    openSecondHandle: openHandle,
  };
}
