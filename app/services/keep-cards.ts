import type { CheckoutId, SavedCardId } from "~/domain/kernel/branded";
import { endCardKeeping, listCardsToKeep } from "~db/queries/checkout-ends";
import { findCheckout, type StoredCheckout } from "~db/queries/checkouts";
import { keepCard } from "~db/queries/saved-cards";
import { transact } from "~db/transaction";
import type { ShopDeps } from "./deps";

/** Cards kept in one turn. */
const LIMIT = 20;

/**
 * Keeps the typed cards of placed checkouts whose shoppers asked for it; returns how many. A card the provider no
 * longer has is not asked for again. Errors: `PaymentsUnreachable`; what is left waits for the next turn.
 */
export async function keepCards(deps: ShopDeps): Promise<number> {
  let kept = 0;
  for (const checkoutId of await listCardsToKeep(deps.db.query, LIMIT)) if (await keepOne(deps, checkoutId)) kept++;
  return kept;
}

async function keepOne(deps: ShopDeps, checkoutId: CheckoutId): Promise<boolean> {
  const checkout = await findCheckout(deps.db.query, checkoutId);
  if (checkout === undefined) return false;
  const card = await readCard(deps, checkout);
  return transact(deps.db, async (tx) => {
    if (!(await endCardKeeping(tx, checkoutId)) || card === null) return false;
    await keepCard(tx, { ...card, savedCardId: deps.ids.next("crd") as SavedCardId, now: deps.clock.now() });
    return true;
  });
}

async function readCard({ payments }: ShopDeps, { cardEntryId, personId }: StoredCheckout) {
  if (cardEntryId === null || personId === null) return null;
  const entry = await payments.readCardEntry(cardEntryId);
  const saved = await payments.saveCard({ entryId: cardEntryId, customer: personId });
  return saved === null || !entry?.card ? null : { token: saved.token, facts: entry.card, personId };
}
