import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** Seconds; pages take milliseconds, an import page a few seconds. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Callers may write anything into a request's method; a series each would fill the memory. */
const METHODS = new Set(["GET", "HEAD", "POST"]);

export type WebMetrics = {
  /** Starts a request's clock; call the returned function with the status of its answer. */
  readonly start: (method: string) => (status: number) => void;
  readonly text: () => Promise<{ readonly type: string; readonly body: string }>;
};

/** Counts and times answers by method and class of status; addresses are left out, there are too many of them. */
export function webMetrics(): WebMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from the first byte of a request to the end of its answer.",
    labelNames: ["method", "status"],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    start(method) {
      const stop = answers.startTimer({ method: METHODS.has(method) ? method : "other" });
      return (status) => void stop({ status: `${Math.floor(status / 100)}xx` });
    },
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  };
}
