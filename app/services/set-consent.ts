import type { PersonId, TouchId, VisitorId } from "~/domain/kernel/branded";
import { findVisitor, insertVisitor, joinPerson, withdrawVisitor } from "~db/queries/visitors";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

/**
 * Keeps an answer about being recognised. Yes gives a visitor id, to which this visit's touches so far belong, and
 * joins it to whoever is signed in; a yes said again keeps the id. No ends the id: its touches count for no
 * checkout that opens later. Returns the visitor from now on; `null` after a no.
 */
export async function setConsent(
  deps: Deps,
  answer: {
    readonly agrees: boolean;
    /** The visitor this browser was so far. */
    readonly visitorId: VisitorId | null;
    readonly personId: PersonId | null;
    readonly touchIds: readonly TouchId[];
  },
): Promise<VisitorId | null> {
  const now = deps.clock.now();
  return transact(deps.db, async (tx) => {
    const { visitorId, personId } = answer;
    const known = visitorId === null ? null : await findVisitor(tx, visitorId);
    if (!answer.agrees) {
      if (visitorId !== null) await withdrawVisitor(tx, { visitorId, now });
      return null;
    }
    if (visitorId !== null && known !== null && known.withdrawnAt === null) return visitorId;
    const fresh = deps.ids.next("vis") as VisitorId;
    await insertVisitor(tx, { visitorId: fresh, touchIds: answer.touchIds, now });
    if (personId !== null) await joinPerson(tx, { visitorId: fresh, personId, now });
    return fresh;
  });
}
