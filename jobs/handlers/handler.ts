import type { JobName, JobPayload } from "../catalog";
import type { WorkerDeps } from "../container";

/** What a job does: payload in, one service call. */
export type Handler<Name extends JobName> = (deps: WorkerDeps, payload: JobPayload<Name>) => Promise<unknown>;
