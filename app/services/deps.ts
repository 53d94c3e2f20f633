import type { Clock } from "~/ports/clock";
import type { Faults } from "~/ports/faults";
import type { Formats } from "~/ports/formats";
import type { Ids } from "~/ports/ids";
import type { Log } from "~/ports/log";
import type { Payments } from "~/ports/payments";
import type { TouchTokens } from "~/ports/touch-tokens";
import type { Db } from "~db/open";

/** What every use case may need. The two containers build it; nothing else knows which adapter is real. */
export type Deps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly faults: Faults;
  readonly formats: Formats;
};

/** What use cases around buying need besides. */
export type ShopDeps = Deps & {
  readonly payments: Payments;
  /** Scheme, host and port under which shoppers reach us, e.g. for the way back from a challenge. */
  readonly publicOrigin: string;
};

/** What recording touches and interactions needs besides. */
export type TrackingDeps = Pick<Deps, "db" | "clock" | "ids" | "faults"> & { readonly touchTokens: TouchTokens };
