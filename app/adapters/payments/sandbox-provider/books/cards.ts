import { createHmac } from "node:crypto";
import type { WireCard } from "../../wire";
import { type Provider, Refusal } from "../provider";
import type { BehaviourName } from "../rules/behaviours";
import type { Books } from "./open-books";

type CardRow = {
  readonly id: string;
  readonly brand: string;
  readonly last4: string;
  readonly expires: string;
  readonly fingerprint: string;
  readonly behaviour: string;
  readonly set_up: number;
};

/** A card as the books know it: what it shows, and what it does. */
export type KnownCard = {
  readonly cardId: string;
  readonly facts: WireCard;
  readonly behaviour: string;
  /** A challenge was confirmed for it once. */
  readonly setUp: boolean;
};

/** A place to type a card; the same key has the same place. */
export function openEntry(
  { books, clock, ids }: Provider,
  input: { readonly entryKey: string; readonly customer: string | null },
): { readonly entryId: string } {
  const known = books.get<{ id: string; customer: string | null }>("select id, customer from entries where entry_key = ?", input.entryKey);
  if (known !== undefined) {
    if (known.customer === input.customer) return { entryId: known.id };
    throw new Refusal("conflict", "this key has an entry for another customer");
  }
  const entryId = `ent_${ids.secret()}`;
  books.run("insert into entries values (?, ?, ?, null, ?)", entryId, input.entryKey, input.customer, clock.now());
  return { entryId };
}

/** The entry with the card typed last; `undefined` when there is no such entry. */
export function findEntry(books: Books, entryId: string): { readonly card: KnownCard | null } | undefined {
  const entry = books.get<{ card_id: string | null }>("select card_id from entries where id = ?", entryId);
  return entry === undefined ? undefined : { card: entry.card_id === null ? null : getCard(books, entry.card_id) };
}

/** Any card of the books by its id. Errors: a card that was there is never removed, so a missing one is a bug. */
export function getCard(books: Books, cardId: string): KnownCard {
  const row = books.get<CardRow>("select * from cards where id = ?", cardId);
  if (row === undefined) throw new Error(`There is no card ${cardId}.`);
  const { brand, last4, expires, fingerprint } = row;
  return { cardId: row.id, facts: { brand, last4, expires, fingerprint }, behaviour: row.behaviour, setUp: row.set_up === 1 };
}

/** Keeps of a number what may be kept; the number itself and the code go no further than this call. */
export function typeCard(
  { books, clock, ids, vaultSecret }: Provider,
  entryId: string,
  typed: { readonly digits: string; readonly brand: string; readonly expires: string; readonly behaviour: BehaviourName },
): WireCard {
  const facts = {
    brand: typed.brand,
    last4: typed.digits.slice(-4),
    expires: typed.expires,
    fingerprint: `fp_${createHmac("sha256", vaultSecret).update(typed.digits).digest("base64url").slice(0, 22)}`,
  };
  const cardId = ids.next("crd");
  const { brand, last4, expires, fingerprint } = facts;
  books.run("insert into cards values (?, ?, ?, ?, ?, ?, 0, ?)", cardId, brand, last4, expires, fingerprint, typed.behaviour, clock.now());
  books.run("update entries set card_id = ? where id = ?", cardId, entryId);
  return facts;
}

/** Lets the entry's card be charged again for this customer. The same card has the same token. */
export function saveCard(
  { books, clock, ids }: Provider,
  input: { readonly entryId: string; readonly customer: string },
): { readonly token: string } {
  const entry = books.get<{ card_id: string | null; customer: string | null }>(
    "select card_id, customer from entries where id = ?",
    input.entryId,
  );
  if (entry === undefined || entry.card_id === null) throw new Refusal("not_found", "no card was typed there");
  if (entry.customer !== null && entry.customer !== input.customer) throw new Refusal("conflict", "this entry is another customer's");
  const known = books.get<{ token: string; customer: string; forgotten: number }>("select * from tokens where card_id = ?", entry.card_id);
  if (known !== undefined && known.customer !== input.customer) throw new Refusal("conflict", "this card is kept for another customer");
  if (known !== undefined && known.forgotten === 0) return { token: known.token };
  if (known !== undefined) throw new Refusal("not_found", "this card was forgotten; it must be typed again");
  const token = `tok_${ids.secret()}`;
  books.run("insert into tokens values (?, ?, ?, 0, ?)", token, entry.card_id, input.customer, clock.now());
  return { token };
}

/** The saved card can be charged no more; saying so twice is no error. */
export function forgetCard(books: Books, token: string): { readonly token: string } {
  if (books.run("update tokens set forgotten = 1 where token = ?", token) === 0) throw new Refusal("not_found", "there is no such card");
  return { token };
}

/** The card behind a source of money, `null` when there is none (any more). */
export function cardOf(books: Books, source: { readonly entryId: string } | { readonly token: string }): KnownCard | null {
  if ("entryId" in source) return findEntry(books, source.entryId)?.card ?? null;
  const token = books.get<{ card_id: string }>("select card_id from tokens where token = ? and forgotten = 0", source.token);
  return token === undefined ? null : getCard(books, token.card_id);
}
