/** A job on its way: a name of the catalogue, and a payload of ids only. */
export type QueuedJob = {
  readonly name: string;
  /** Unique per try: no colon, not all digits (Redis keys and BullMQ's own numbering). */
  readonly id: string;
  readonly payload: Readonly<Record<string, string | number>>;
};

/** What the queue calls back. `work` throws to be tried again; an error with `unrecoverable: true` ends the tries. */
export type QueueWork = {
  readonly work: (job: QueuedJob) => Promise<void>;
  /** Called once when a job's tries are used up or its error is unrecoverable. */
  readonly gaveUp: (job: QueuedJob, error: unknown) => Promise<void>;
  /** Called for a job that a closing queue will not run. */
  readonly handBack: (job: QueuedJob) => Promise<void>;
};

/** Carries jobs to workers. Disposable: everything it holds can be made again from the database. */
export type Queue = {
  /** Hands a job over; fails fast when the queue cannot be reached. */
  readonly add: (job: QueuedJob) => Promise<void>;
  readonly start: (work: QueueWork) => Promise<void>;
  /** Takes no new job, waits for running ones up to `graceMs`. */
  readonly close: (graceMs: number) => Promise<void>;
};
