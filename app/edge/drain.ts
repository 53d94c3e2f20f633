import type { Server } from "node:http";
import type { Log } from "~/ports/log";

/** What a supervisor grants before it kills. */
const LONGEST_MS = 20_000;

export type Drained = {
  readonly log: Log;
  /** Called first: readiness and endless answers end. */
  readonly begin: () => void;
  /** Closed in this order once the last answer has left. */
  readonly close: readonly (() => Promise<void>)[];
};

/** On SIGTERM or SIGINT: takes no new connection, ends live streams, finishes what was begun, then leaves; at the latest after 20 seconds. */
export function drain(server: Server, parts: Drained): void {
  let begun = false;
  const leave = async (): Promise<void> => {
    if (begun) return;
    begun = true;
    parts.begin();
    setTimeout(() => process.exit(1), LONGEST_MS).unref();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await closed;
    for (const close of parts.close) await close();
    parts.log.info("The web has left.");
    process.exit(0);
  };
  process.on("SIGTERM", () => void leave());
  process.on("SIGINT", () => void leave());
  // The supervisor that forked this process is gone: without it nobody would free the port.
  process.once("disconnect", () => void leave());
}
