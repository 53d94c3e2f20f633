import { runAudit } from "~/services/run-audit";
import type { Handler } from "./handler";

/** On a handle of its own: the audit reads one long snapshot, which must not hold the worker's connection. */
export const auditRun: Handler<"audit.run"> = async (deps) => {
  const db = deps.openSecondHandle();
  try {
    await runAudit({ ...deps, db });
  } finally {
    await db.close();
  }
};
