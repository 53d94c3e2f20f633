import type { Actor } from "~/domain/accounts/roles";
import type { SessionView } from "~/ports/accounts";
import { listSessions as listSessionRows } from "~db/queries/sessions";
import type { Deps } from "./deps";

/** Where a person is signed in, the newest first. */
export function listSessions(deps: Deps, actor: Actor): Promise<readonly SessionView[]> {
  return listSessionRows(deps.db.query, { personId: actor.personId, currentId: actor.sessionId, now: deps.clock.now() });
}
