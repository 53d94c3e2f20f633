import type { BatchId } from "~/domain/kernel/branded";
import type { QueueWork } from "~/ports/queue";
import { giveUpEvents } from "~/services/give-up-events";
import { returnEvents } from "~/services/return-events";
import type { WorkerDeps } from "./container";
import { runJob } from "./run-job";
import { isUnrecoverable } from "./unrecoverable";

/** What any queue calls back: run the job; when its tries are used up, write down what becomes of its events. */
export function queueWork(deps: WorkerDeps): QueueWork {
  return {
    work: (job) => runJob(deps, job),
    handBack: async (job) => {
      const { batchId } = job.payload;
      if (typeof batchId === "string") await returnEvents(deps, { batchId: batchId as BatchId });
    },
    gaveUp: async (job, error) => {
      deps.log.error("job given up", error, { job: job.name, id: job.id });
      const { batchId } = job.payload;
      if (typeof batchId !== "string") return;
      const message = error instanceof Error ? error.message : String(error);
      await giveUpEvents(deps, { batchId: batchId as BatchId, error: message, unrecoverable: isUnrecoverable(error) });
    },
  };
}
