import type { EventId } from "~/domain/kernel/branded";
import { postProviderSettlement } from "~/domain/ledger/postings";
import type { Settlement } from "~/ports/payments";
import { recordEvents } from "~db/queries/events";
import { appendEntries } from "~db/queries/ledger";
import { findCursor, insertSettlement, writeCursor } from "~db/queries/provider-books";
import { type Tx, transact } from "~db/transaction";
import type { ShopDeps } from "./deps";

/** Pages read in one turn: a backlog of weeks is caught up in minutes, and nobody waits for it meanwhile. */
const PAGES = 5;

/**
 * Takes in what the provider has paid out since the last time, each once: row, event, ledger entry and how far
 * it was read stand or fall together. Returns how many were new. Errors: `PaymentsUnreachable`.
 */
export async function importSettlements(deps: ShopDeps): Promise<{ readonly imported: number }> {
  let imported = 0;
  for (let page = 0; page < PAGES; page++) {
    const after = await findCursor(deps.db.query, "settlements");
    const { settlements, cursor } = await deps.payments.listSettlements(after);
    if (cursor === null || cursor === after) break;
    imported += await transact(deps.db, (tx) => takeIn(deps, tx, { settlements, cursor }));
  }
  return { imported };
}

type Page = { readonly settlements: readonly Settlement[]; readonly cursor: string };

async function takeIn(deps: ShopDeps, tx: Tx, { settlements, cursor }: Page): Promise<number> {
  const now = deps.clock.now();
  let fresh = 0;
  for (const settlement of settlements) {
    if (!(await insertSettlement(tx, settlement, now))) continue;
    fresh++;
    const { settlementId: subjectId, settledAt: occurredAt } = settlement;
    const [eventId] = await recordEvents(tx, deps, [
      { type: "provider.settled", brandId: null, subjectId, occurredAt, payload: { ...settlement } },
    ]);
    await appendEntries(tx, deps, { eventId: eventId as EventId, occurredAt }, [postProviderSettlement(settlement)]);
  }
  await writeCursor(tx, { name: "settlements", cursor, now });
  return fresh;
}
