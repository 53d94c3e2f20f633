import { reportProgress } from "~/services/report-progress";
import { buildWorkerDeps } from "../container";
import { readDemoEnv, readWorkerEnv } from "../env";
import { fillDemo } from "./fill";
import { catchUp, keepSelling } from "./keep-selling";

/** Process entry of the demo world: fills it, then lets an order arrive every now and then. */
async function main(): Promise<void> {
  const deps = buildWorkerDeps(readWorkerEnv(), "demo");
  const stopping = new AbortController();
  for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.once(event, () => stopping.abort());
  try {
    const shops = await fillDemo(deps);
    process.send?.({ ready: true });
    await catchUp(deps, shops);
    await keepSelling(deps, shops, { ...readDemoEnv(), signal: stopping.signal });
  } catch (error) {
    await reportProgress(deps, { key: "demo", done: 0, total: 1, state: "failed" });
    throw error;
  } finally {
    await deps.db.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(
      `The demo world could not be filled: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  },
);
