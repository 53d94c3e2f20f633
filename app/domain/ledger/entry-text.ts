import type { EventId, Instant } from "../kernel/branded";
import type { Posting } from "./posting";

/** What an entry's hash covers besides its posting. */
export type EntryPlace = {
  readonly entryId: string;
  readonly seq: number;
  readonly sourceEventId: EventId;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** The hash of the entry before it in its currency; 64 zeros for the first. */
  readonly previousHash: string;
};

/** What stands before a currency's first entry. */
export const FIRST_HASH = "0".repeat(64);

/** The canonical text an entry's SHA-256 is taken of: every field once, in one order, whatever stores it. */
export function entryText(place: EntryPlace, entry: Posting): string {
  return JSON.stringify([
    place.previousHash,
    place.entryId,
    entry.currency,
    place.seq,
    entry.kind,
    place.sourceEventId,
    entry.subjectId,
    place.occurredAt,
    place.recordedAt,
    entry.lines.map((line) => [line.account, line.ownerId, line.brandId, line.orderId, line.amountMinor]),
  ]);
}
