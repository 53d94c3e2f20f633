import { type Progress, writeProgress } from "~db/queries/progress";
import type { Deps } from "./deps";

/** Writes how far a long piece of background work is, for whoever waits for it. */
export function reportProgress(deps: Deps, progress: Omit<Progress, "updatedAt">): Promise<void> {
  return writeProgress(deps.db.query, { ...progress, now: deps.clock.now() });
}
