import type { EventType } from "./event";

/** Whoever reacts to events; each is the name of a background job in `jobs/catalog.ts`. */
export type Consumer = "projections.fold" | "catalog.import";

/** Who hears of what. Total: a new event type does not compile until it is decided who reacts to it. */
export const CONSUMERS: Readonly<Record<EventType, readonly Consumer[]>> = {
  "brand.created": [],
  "staff.added": [],
  "staff.role_changed": [],
  "staff.removed": [],
  "catalog.import_requested": ["catalog.import"],
  "catalog.imported": [],
  "history.sale": ["projections.fold"],
  "history.refund": ["projections.fold"],
};
