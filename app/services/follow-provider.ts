import { lookAgainAt } from "~db/queries/due-payments";
import { findCursor, findOwnPayments, writeCursor } from "~db/queries/provider-books";
import { transact } from "~db/transaction";
import type { ShopDeps } from "./deps";

/** Pages read in one turn; see the settlements. */
const PAGES = 5;

/**
 * Reads which payments have changed in the provider's books since the last time, and puts ours up for a look: so
 * nothing is missed when every webhook is lost. Payments of the provider's that we never made are logged: the
 * books of both sides must name the same. Returns how many changed. Errors: `PaymentsUnreachable`.
 */
export async function followProvider(deps: ShopDeps): Promise<{ readonly changed: number }> {
  let changed = 0;
  for (let page = 0; page < PAGES; page++) {
    const after = await findCursor(deps.db.query, "changes");
    const { payments, cursor } = await deps.payments.listChanges(after);
    if (cursor === null || cursor === after) break;
    const paymentIds = payments.map(({ paymentId }) => paymentId);
    const strangers = await transact(deps.db, async (tx) => {
      const now = deps.clock.now();
      const own = await findOwnPayments(tx, paymentIds);
      await lookAgainAt(tx, [...own], now);
      await writeCursor(tx, { name: "changes", cursor, now });
      return paymentIds.filter((id) => !own.has(id));
    });
    if (strangers.length > 0) deps.log.warn("the provider knows payments that we do not", { payments: strangers.join(" ") });
    changed += payments.length;
  }
  return { changed };
}
