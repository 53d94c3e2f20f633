import type { QueuedJob } from "~/ports/queue";
import { CATALOG, type JobName, type JobPayload } from "./catalog";
import type { WorkerDeps } from "./container";
import { auditRun } from "./handlers/audit-run";
import { catalogImport } from "./handlers/catalog-import";
import type { Handler } from "./handlers/handler";
import { housekeepingPurge } from "./handlers/housekeeping-purge";
import { projectionsFold } from "./handlers/projections-fold";
import { BadJobError } from "./unrecoverable";

/** Every job of the catalogue with its handler: a name without one does not compile. */
const HANDLERS: { readonly [Name in JobName]: Handler<Name> } = {
  "projections.fold": projectionsFold,
  "catalog.import": catalogImport,
  "audit.run": auditRun,
  "housekeeping.purge": housekeepingPurge,
};

/** Runs one job. Errors: BadJobError; a timeout of the catalogue; whatever the handler throws. */
export async function runJob(deps: WorkerDeps, job: QueuedJob): Promise<void> {
  if (!isJobName(job.name)) throw new BadJobError(`No job is called ${job.name}`);
  await runNamed(deps, job.name, job.payload);
}

async function runNamed<Name extends JobName>(deps: WorkerDeps, name: Name, raw: QueuedJob["payload"]): Promise<void> {
  const parsed = CATALOG[name].payload.safeParse(raw);
  if (!parsed.success) throw new BadJobError(`The payload of ${name} is not the catalogue's: ${parsed.error.message}`);
  const handler: Handler<Name> = HANDLERS[name];
  await withinTime(name, () => handler(deps, parsed.data as JobPayload<Name>));
}

async function withinTime(name: JobName, work: () => Promise<unknown>): Promise<void> {
  const { timeoutMs } = CATALOG[name];
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} took longer than ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function isJobName(name: string): name is JobName {
  return Object.hasOwn(CATALOG, name);
}
