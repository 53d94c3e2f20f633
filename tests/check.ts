import { runChecks } from "./runner/checks";
import { report } from "./runner/result";

/** `npm run check`: everything that is decided without running the product. */
process.exitCode = report(await runChecks()) ? 0 : 1;
