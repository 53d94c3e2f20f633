import type { Clock } from "~/ports/clock";
import type { Faults } from "~/ports/faults";
import type { Formats } from "~/ports/formats";
import type { Ids } from "~/ports/ids";
import type { Log } from "~/ports/log";
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
