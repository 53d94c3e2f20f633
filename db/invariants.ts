import { COMMISSION_INVARIANTS } from "./invariants/commission";
import { CREDIT_INVARIANTS } from "./invariants/credits";
import { EVENT_INVARIANTS } from "./invariants/events";
import { HOUSE_INVARIANTS } from "./invariants/house";
import type { Invariant } from "./invariants/invariant";
import { LEDGER_INVARIANTS } from "./invariants/ledger";
import { ORDER_INVARIANTS } from "./invariants/orders";
import { PAYMENT_INVARIANTS } from "./invariants/payments";
import { PROJECTION_INVARIANTS } from "./invariants/projections";
import { TRACKING_INVARIANTS } from "./invariants/tracking";

/** Every invariant that the tables so far can break; each noun keeps its own in `invariants/`. */
export const INVARIANTS: readonly Invariant[] = [
  ...EVENT_INVARIANTS,
  ...PROJECTION_INVARIANTS,
  ...CREDIT_INVARIANTS,
  ...HOUSE_INVARIANTS,
  ...ORDER_INVARIANTS,
  ...PAYMENT_INVARIANTS,
  ...TRACKING_INVARIANTS,
  ...COMMISSION_INVARIANTS,
  ...LEDGER_INVARIANTS,
];
