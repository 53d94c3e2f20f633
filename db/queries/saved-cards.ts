import type { Instant, PersonId, SavedCardId } from "~/domain/kernel/branded";
import type { SavedCard } from "~/domain/payments/card";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** The person's kept cards, the default first, then the newest. */
export async function listSavedCards(q: Queryable, personId: PersonId): Promise<readonly SavedCard[]> {
  const rows = await q
    .selectFrom("saved_cards")
    .select(["id", "card_brand", "last4", "expires", "is_default"])
    .where("person_id", "=", personId)
    .orderBy("is_default", "desc")
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    savedCardId: row.id as SavedCardId,
    brand: row.card_brand,
    last4: row.last4,
    expires: row.expires,
    isDefault: row.is_default === 1,
  }));
}

/** What the person's card is charged by; `undefined` when it is not theirs. */
export async function findCardToken(
  q: Queryable,
  card: { readonly savedCardId: SavedCardId; readonly personId: PersonId },
): Promise<string | undefined> {
  const row = await q
    .selectFrom("saved_cards")
    .select("token")
    .where("id", "=", card.savedCardId)
    .where("person_id", "=", card.personId)
    .executeTakeFirst();
  return row?.token;
}

/** Keeps a card and makes it the default; the same card again takes the place of the one kept before. */
export async function keepCard(
  tx: Tx,
  card: {
    readonly savedCardId: SavedCardId;
    readonly personId: PersonId;
    readonly token: string;
    readonly facts: { readonly brand: string; readonly last4: string; readonly expires: string; readonly fingerprint: string };
    readonly now: Instant;
  },
): Promise<void> {
  await tx.deleteFrom("saved_cards").where("person_id", "=", card.personId).where("fingerprint", "=", card.facts.fingerprint).execute();
  await tx.updateTable("saved_cards").set({ is_default: 0 }).where("person_id", "=", card.personId).execute();
  await tx
    .insertInto("saved_cards")
    .values({
      id: card.savedCardId,
      person_id: card.personId,
      token: card.token,
      card_brand: card.facts.brand,
      last4: card.facts.last4,
      expires: card.facts.expires,
      fingerprint: card.facts.fingerprint,
      is_default: 1,
      created_at: card.now,
    })
    .onConflict((oc) => oc.column("token").doNothing())
    .execute();
}
