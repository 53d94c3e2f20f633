import type { BrandId, PersonId } from "~/domain/kernel/branded";

/** Tells those who look at a brand's figures when its projections have moved on. */
export type LiveFeed = {
  /** Calls `tell` with the version at once and after each change, until the returned function is called. */
  readonly watch: (brandId: BrandId, tell: (version: number) => void) => () => void;
  /** Takes one of the streams a person may have open; `null` when they have them all. Call the returned function at its end. */
  readonly admit: (personId: PersonId) => (() => void) | null;
  /** Calls every watcher's `end` (the server is draining) and stops. */
  readonly onClose: (end: () => void) => () => void;
};
