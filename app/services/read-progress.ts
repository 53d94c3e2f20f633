import { listProgress, type Progress } from "~db/queries/progress";
import type { Deps } from "./deps";

/** How far long background work is, such as filling the demo world. */
export function readProgress(deps: Deps): Promise<readonly Progress[]> {
  return listProgress(deps.db.query);
}
