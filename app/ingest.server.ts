import { parentPort, workerData } from "node:worker_threads";
import { systemClock } from "~/adapters/clock/system-clock";
import { killAt, noFaults } from "~/adapters/faults/kill-faults";
import { randomIds } from "~/adapters/ids/random-ids";
import { pinoLog } from "~/adapters/log/pino-log";
import { hmacTouchTokens } from "~/adapters/touch-tokens/hmac-touch-tokens";
import { runIngest } from "~/edge/ingest-loop";
import type { IngestSettings } from "~/edge/ingest-messages";
import type { TrackingDeps } from "~/services/deps";
import { recordTouches } from "~/services/record-touches";
import { openDatabase } from "~db/open";

/** The ingest thread of the web: its entry and its composition root, with a database connection of its own. */
const settings: IngestSettings = workerData;
if (parentPort === null) throw new Error("app/ingest.server.ts runs as a thread of the web.");

const db = openDatabase(settings.database);
const deps: TrackingDeps = {
  db,
  clock: systemClock(),
  ids: randomIds(),
  faults: settings.crash === null ? noFaults() : killAt(settings.crash),
  touchTokens: hmacTouchTokens(settings.secret),
};
runIngest(parentPort, {
  record: (batch) => recordTouches(deps, batch),
  close: () => db.close(),
  log: pinoLog({ level: settings.logLevel, to: "stdout", process: "ingest" }),
});
