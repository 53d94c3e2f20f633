import { purgeExpired } from "~/services/purge-expired";
import type { Handler } from "./handler";

export const housekeepingPurge: Handler<"housekeeping.purge"> = (deps) => purgeExpired(deps);
