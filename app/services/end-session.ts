import type { Actor } from "~/domain/accounts/roles";
import { deleteOtherSessions, deleteSession } from "~db/queries/sessions";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

/** Ends one of the person's own sessions, or all but the present one; says how many ended. */
export async function endSession(
  deps: Deps,
  input: { readonly actor: Actor; readonly session: string | "all_others" },
): Promise<{ readonly ended: number }> {
  const { personId, sessionId } = input.actor;
  const ended = await transact(deps.db, async (tx) => {
    if (input.session === "all_others") return deleteOtherSessions(tx, { id: sessionId, personId });
    return (await deleteSession(tx, { id: input.session, personId })) ? 1 : 0;
  });
  return { ended };
}
