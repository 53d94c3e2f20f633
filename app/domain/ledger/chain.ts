import type { Currency } from "../kernel/currency";
import { FIRST_HASH } from "./entry-text";

/** A booked entry's place in its currency's chain, and whether its hash is still that of what it says. */
export type Link = {
  readonly entryId: string;
  readonly currency: Currency;
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly isHashTrue: boolean;
};

/** Where a chain ends: the number and hash of its last entry. */
export type ChainEnd = { readonly seq: number; readonly hash: string };

/** The end of a chain without entries. */
export const EMPTY_CHAIN: ChainEnd = { seq: 0, hash: FIRST_HASH };

/**
 * What is wrong at a place of a chain: the entry is gone, says something else than when it was booked, or does
 * not follow the one before it; or the books remember another end than the last entry.
 */
export type ChainFault = {
  readonly kind: "missing" | "changed" | "out_of_line" | "wrong_end";
  readonly currency: Currency;
  readonly seq: number;
  /** `null` when there is no row to name. */
  readonly entryId: string | null;
};

/** The next entry, held against the end of the chain before it. */
export function checkLink(before: ChainEnd, next: Link): readonly ChainFault[] {
  const { currency, seq, entryId } = next;
  const gone = missing(currency, { after: before.seq, upTo: seq - 1 });
  if (!next.isHashTrue) return [...gone, { kind: "changed", currency, seq, entryId }];
  // After a gap nobody knows what the hash before was.
  if (gone.length === 0 && next.previousHash !== before.hash) return [{ kind: "out_of_line", currency, seq, entryId }];
  return gone;
}

/** The last entry, held against the end that the books remember: it tells when the newest entries are gone. */
export function checkEnd(
  currency: Currency,
  { last, remembered }: { readonly last: ChainEnd; readonly remembered: ChainEnd },
): readonly ChainFault[] {
  if (remembered.seq > last.seq) return missing(currency, { after: last.seq, upTo: remembered.seq });
  if (remembered.seq === last.seq && remembered.hash === last.hash) return [];
  return [{ kind: "wrong_end", currency, seq: last.seq, entryId: null }];
}

/** The fault in a few words, naming the row. */
export function describeFault({ kind, currency, seq, entryId }: ChainFault): string {
  return [currency, String(seq), kind.replaceAll("_", " "), entryId ?? ""].join(" ").trimEnd();
}

function missing(currency: Currency, range: { readonly after: number; readonly upTo: number }): readonly ChainFault[] {
  const count = Math.max(0, range.upTo - range.after);
  return Array.from({ length: count }, (_, index) => ({ kind: "missing", currency, seq: range.after + 1 + index, entryId: null }));
}
