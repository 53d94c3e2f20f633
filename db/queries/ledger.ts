import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { EventId, Instant, LedgerEntryId, OrderId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import type { Minor } from "~/domain/kernel/money";
import { entryText, FIRST_HASH } from "~/domain/ledger/entry-text";
import type { Account, EntryKind, Line, Posting } from "~/domain/ledger/posting";
import type { Clock } from "~/ports/clock";
import type { Ids } from "~/ports/ids";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/**
 * Appends balanced entries to their currencies' chains, in the order given, in the transaction of what caused
 * them. `null` postings (nothing moved) are passed over. Errors: the database refuses an entry that stands
 * already for the same event, kind and subject (see `isDuplicate`).
 */
export async function appendEntries(
  tx: Tx,
  by: { readonly clock: Clock; readonly ids: Ids },
  cause: { readonly eventId: EventId; readonly occurredAt: Instant },
  postings: readonly (Posting | null)[],
): Promise<void> {
  for (const entry of postings) if (entry !== null) await appendEntry(tx, by, { ...cause, entry });
}

type Append = { readonly eventId: EventId; readonly occurredAt: Instant; readonly entry: Posting };

async function appendEntry(
  tx: Tx,
  by: { readonly clock: Clock; readonly ids: Ids },
  { eventId, occurredAt, entry }: Append,
): Promise<void> {
  const entryId = by.ids.next("led") as LedgerEntryId;
  const head = await lockHead(tx, entry.currency);
  const place = { entryId, seq: head.seq + 1, sourceEventId: eventId, occurredAt, recordedAt: by.clock.now(), previousHash: head.hash };
  const hash = hashOf(entryText(place, entry));
  await tx
    .insertInto("ledger_entries")
    .values({
      id: entryId,
      currency: entry.currency,
      seq: place.seq,
      kind: entry.kind,
      source_event_id: eventId,
      subject_id: entry.subjectId,
      occurred_at: occurredAt,
      recorded_at: place.recordedAt,
      previous_hash: head.hash,
      hash,
    })
    .execute();
  await tx
    .insertInto("ledger_lines")
    .values(entry.lines.map((line, index) => lineRow(entryId, entry.currency, { ...line, lineNo: index + 1 })))
    .execute();
  await tx.updateTable("ledger_heads").set({ seq: place.seq, hash }).where("currency", "=", entry.currency).execute();
}

/** The end of a currency's chain, held by this transaction until it ends: entries of a currency have one order. */
async function lockHead(tx: Tx, currency: Currency): Promise<{ readonly seq: number; readonly hash: string }> {
  const row = await tx
    .insertInto("ledger_heads")
    .values({ currency, seq: 0, hash: FIRST_HASH })
    .onConflict((oc) => oc.column("currency").doUpdateSet({ seq: sql<number>`ledger_heads.seq` }))
    .returning(["seq", "hash"])
    .executeTakeFirstOrThrow();
  return row;
}

function lineRow(entryId: LedgerEntryId, currency: Currency, line: Line & { readonly lineNo: number }) {
  return {
    entry_id: entryId,
    line_no: line.lineNo,
    account: line.account,
    owner_id: line.ownerId,
    brand_id: line.brandId,
    order_id: line.orderId,
    currency,
    amount_minor: line.amountMinor,
  };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** An entry as it is stored, with its lines in order. */
export type StoredEntry = Posting & {
  readonly entryId: LedgerEntryId;
  readonly seq: number;
  readonly sourceEventId: EventId;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly previousHash: string;
  readonly hash: string;
};

/** A currency's entries after a place in its chain, in order. */
export async function listEntries(
  q: Queryable,
  page: { readonly currency: Currency; readonly afterSeq: number; readonly limit: number },
): Promise<readonly StoredEntry[]> {
  const rows = await q
    .selectFrom("ledger_entries")
    .selectAll()
    .where("currency", "=", page.currency)
    .where("seq", ">", page.afterSeq)
    .orderBy("seq")
    .limit(page.limit)
    .execute();
  const lines = await linesOf(
    q,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    entryId: row.id as LedgerEntryId,
    currency: row.currency as Currency,
    seq: row.seq,
    kind: row.kind as EntryKind,
    sourceEventId: row.source_event_id as EventId,
    subjectId: row.subject_id,
    occurredAt: row.occurred_at as Instant,
    recordedAt: row.recorded_at as Instant,
    previousHash: row.previous_hash,
    hash: row.hash,
    lines: lines.get(row.id) ?? [],
  }));
}

async function linesOf(q: Queryable, entryIds: readonly string[]): Promise<ReadonlyMap<string, readonly Line[]>> {
  const found = new Map<string, Line[]>();
  if (entryIds.length === 0) return found;
  const rows = await q
    .selectFrom("ledger_lines")
    .selectAll()
    .where("entry_id", "in", entryIds)
    .orderBy("entry_id")
    .orderBy("line_no")
    .execute();
  for (const row of rows) {
    const line: Line = {
      account: row.account as Account,
      ownerId: row.owner_id as Line["ownerId"],
      brandId: row.brand_id as Line["brandId"],
      orderId: row.order_id as OrderId | "",
      amountMinor: row.amount_minor as Minor,
    };
    found.set(row.entry_id, [...(found.get(row.entry_id) ?? []), line]);
  }
  return found;
}

/** True when the stored hash is what the stored fields give. */
export function isHashTrue(entry: StoredEntry): boolean {
  return hashOf(entryText(entry, entry)) === entry.hash;
}

/** The end of each currency's chain. */
export async function listHeads(
  q: Queryable,
): Promise<readonly { readonly currency: Currency; readonly seq: number; readonly hash: string }[]> {
  const rows = await q.selectFrom("ledger_heads").selectAll().orderBy("currency").execute();
  return rows.map((row) => ({ ...row, currency: row.currency as Currency }));
}

export type Balance = { readonly currency: Currency; readonly account: Account; readonly amountMinor: Minor };

/** What each account holds per currency; debits +, credits −. */
export async function listBalances(q: Queryable): Promise<readonly Balance[]> {
  const rows = await q
    .selectFrom("ledger_lines")
    .select(({ fn }) => ["currency", "account", fn.sum<number>("amount_minor").as("amount")])
    .groupBy(["currency", "account"])
    .orderBy("currency")
    .orderBy("account")
    .execute();
  return rows.map((row) => ({
    currency: row.currency as Currency,
    account: row.account as Account,
    amountMinor: Number(row.amount) as Minor,
  }));
}
