import { writeFileSync } from "node:fs";
import { CHECKSUM_FILE, checksumsLanded, checksumsNow } from "./rules/frozen-migrations";

/** Freezes migrations that are about to land. Those that landed keep their checksum, so a change to them stays visible. */
writeFileSync(CHECKSUM_FILE, `${JSON.stringify({ ...checksumsNow(), ...checksumsLanded() }, null, 2)}\n`);
