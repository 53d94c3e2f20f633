import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { endProcess, endWithThisProcess, scratchFolder } from "~tests/support/processes";
import { countTests, type Ending } from "./count-tests";
import type { Program } from "./programs";
import type { Result } from "./result";

export type Suite = {
  readonly name: string;
  readonly needs: readonly Program[];
  /** What the suite should take at most on two cores; longer is said, not failed. */
  readonly limitSeconds: number;
  /** Runs only when asked for by name. */
  readonly onDemand?: boolean;
};

const BOTH: readonly Program[] = ["PostgreSQL", "Redis"];

/** In the order they run: the quick ones first, as they find most. */
export const SUITES: readonly Suite[] = [
  { name: "unit", needs: [], limitSeconds: 10 },
  { name: "property", needs: BOTH, limitSeconds: 60 },
  { name: "architecture", needs: BOTH, limitSeconds: 30 },
  { name: "integration", needs: BOTH, limitSeconds: 300 },
  { name: "faults", needs: BOTH, limitSeconds: 480 },
  { name: "e2e", needs: [...BOTH, "Chromium"], limitSeconds: 480 },
  { name: "bench", needs: BOTH, limitSeconds: 7_200, onDemand: true },
];

/** A suite is ended at four times its limit: machines are shared and noisy, and only a hang takes that long. */
const PATIENCE = 4;
const LEAST_SECONDS = 120;
/** The long forms: a thousand faults take an hour. */
const LONG_SECONDS = 7_200;

/** Runs one suite in its own process and counts from its machine-readable report. Nothing counts as passed unless the report says so. */
export async function runSuite(suite: Suite, options: { readonly long: boolean }): Promise<Result> {
  console.log(`\n── ${suite.name} ──`);
  const { folder, remove } = scratchFolder("vitrine-report-");
  const file = join(folder, "report.json");
  const started = performance.now();
  const ending = await runVitest(suite, file, options.long);
  const seconds = (performance.now() - started) / 1000;
  const counted = countTests(existsSync(file) ? readFileSync(file, "utf8") : undefined, ending);
  remove();
  const slow =
    !options.long && seconds > suite.limitSeconds ? [`took ${Math.round(seconds)} s, should take ${suite.limitSeconds} s at most`] : [];
  return { ...counted, name: suite.name, seconds, remarks: [...counted.remarks, ...slow] };
}

/** The result of a suite that could not run, which is a failure. */
export function couldNotRun(suite: Suite, reasons: readonly string[]): Result {
  for (const reason of reasons) console.log(`✗ ${suite.name} could not run. ${reason}`);
  return { name: suite.name, seconds: 0, passed: 0, failed: 1, remarks: reasons };
}

async function runVitest(suite: Suite, outputFile: string, long: boolean): Promise<Ending> {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${outputFile}`];
  const args = ["node_modules/vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts", "--project", suite.name, ...reporters];
  const env = { ...process.env, ...(long ? { FAULTS: "long" } : {}) };
  const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"], env });
  endWithThisProcess(child);
  let timedOut = false;
  const patienceSeconds = long ? LONG_SECONDS : Math.max(LEAST_SECONDS, suite.limitSeconds * PATIENCE);
  const timer = setTimeout(() => {
    timedOut = true;
    void endProcess(child);
  }, patienceSeconds * 1000);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearTimeout(timer);
  return { code, timedOut };
}
