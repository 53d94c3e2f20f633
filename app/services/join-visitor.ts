import type { PersonId, VisitorId } from "~/domain/kernel/branded";
import { findVisitor, insertVisitor, joinPerson } from "~db/queries/visitors";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

/**
 * Joins a visitor to whoever has just signed in, so that the person's other devices count with this one. A browser
 * in which somebody else signed in before becomes a new visitor first: one person's touches are never another's.
 * Returns the visitor this browser is from now on; `null`, with nothing changed, for ids that are nobody's.
 */
export async function joinVisitor(
  deps: Deps,
  join: { readonly visitorId: VisitorId; readonly personId: PersonId },
): Promise<VisitorId | null> {
  const now = deps.clock.now();
  return transact(deps.db, async (tx) => {
    const known = await findVisitor(tx, join.visitorId);
    if (known === null || known.withdrawnAt !== null) return null;
    const isShared = known.people.some((personId) => personId !== join.personId);
    const visitorId = isShared ? (deps.ids.next("vis") as VisitorId) : join.visitorId;
    if (isShared) await insertVisitor(tx, { visitorId, touchIds: [], now });
    await joinPerson(tx, { visitorId, personId: join.personId, now });
    return visitorId;
  });
}
