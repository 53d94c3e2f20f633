import type { VisitorId } from "~/domain/kernel/branded";
import { findVisitor, insertVisitor } from "~db/queries/visitors";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

/**
 * Gives a browser a new visitor id when somebody signs out: whoever uses it next is not them. The consent goes on.
 * Returns the new id; `null`, with nothing changed, for ids that are nobody's.
 */
export async function leaveVisitor(deps: Deps, visitorId: VisitorId): Promise<VisitorId | null> {
  return transact(deps.db, async (tx) => {
    const known = await findVisitor(tx, visitorId);
    if (known === null || known.withdrawnAt !== null) return null;
    const fresh = deps.ids.next("vis") as VisitorId;
    await insertVisitor(tx, { visitorId: fresh, touchIds: [], now: deps.clock.now() });
    return fresh;
  });
}
