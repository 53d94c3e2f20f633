import type { BrandId, PersonId } from "~/domain/kernel/branded";

/** Tells those who look at the figures of brands when their projections have moved on. */
export type LiveFeed = {
  /** Calls `tell` with the sum of the brands' versions at once and after each change, until the returned function is called. */
  readonly watch: (brandIds: readonly BrandId[], tell: (version: number) => void) => () => void;
  /** Takes one of the streams a person may have open; `null` when they have them all. Call the returned function at its end. */
  readonly admit: (personId: PersonId) => (() => void) | null;
  /** Calls every watcher's `end` (the server is draining) and stops. */
  readonly onClose: (end: () => void) => () => void;
};
