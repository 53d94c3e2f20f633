import { type DestinationStream, destination, pino } from "pino";
import type { Log } from "~/ports/log";
import { loggableError } from "./loggable-error";

/**
 * One JSON object a line. The web writes to standard output; whoever prints a document of its own there
 * (the command line with `--json`) logs to standard error.
 */
export function pinoLog(options: { readonly level: string; readonly to: "stdout" | "stderr"; readonly process: string }): Log {
  const stream: DestinationStream = destination({ dest: options.to === "stdout" ? 1 : 2, sync: true });
  const logger = pino({ level: options.level, base: { process: options.process, pid: process.pid } }, stream);
  return {
    info: (message, fields) => logger.info({ ...fields }, message),
    warn: (message, fields) => logger.warn({ ...fields }, message),
    error: (message, error, fields) => logger.error({ ...fields, err: loggableError(error) }, message),
  };
}
