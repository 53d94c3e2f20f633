import { spawn } from "node:child_process";
import { collectOutput, endWithThisProcess } from "~tests/support/processes";
import { lockfileFaults } from "./lockfile";
import type { Result } from "./result";

type Check = { readonly name: string; readonly run: () => Promise<string | undefined> };

/** A check that takes longer than this hangs: the longest takes forty seconds, and seven times that beside much other work. */
const CHECK_TIMEOUT_MS = 30 * 60_000;

const CHECKED_FOLDERS = ["app", "db", "jobs", "tests", "vite.config.ts", "remix.config.js"];

/** Everything that is decided without running the product; each counts as one test. */
const CHECKS: readonly Check[] = [
  { name: "types (tsc)", run: () => tool("typescript/bin/tsc", ["--noEmit", "-p", "."]) },
  { name: "style (biome)", run: () => tool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]) },
  { name: "promises (eslint)", run: () => tool("eslint/bin/eslint.js", ["--max-warnings", "0", "."]) },
  { name: "imports (dependency-cruiser)", run: () => tool("dependency-cruiser/bin/dependency-cruise.mjs", CHECKED_FOLDERS) },
  { name: "dead code (knip)", run: () => tool("knip/bin/knip.js", ["--treat-config-hints-as-errors"]) },
  { name: "lockfile", run: async () => lockfileFaults(process.cwd()).join("\n") || undefined },
];

/** Runs all static checks, two at a time on the clock of the slowest, and prints what they found. */
export async function runChecks(): Promise<readonly Result[]> {
  const waiting = [...CHECKS];
  const results: Result[] = [];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) results.push(await runCheck(check));
  };
  await Promise.all([work(), work()]);
  return results;
}

async function runCheck({ name, run }: Check): Promise<Result> {
  const started = performance.now();
  const fault = await run();
  const seconds = (performance.now() - started) / 1000;
  console.log(fault === undefined ? `✓ ${name}` : `✗ ${name}\n${fault}\n`);
  return { name, seconds, passed: fault === undefined ? 1 : 0, failed: fault === undefined ? 0 : 1, remarks: [] };
}

/** Undefined when the tool is content, else what it printed. */
function tool(script: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`node_modules/${script}`, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      timeout: CHECK_TIMEOUT_MS,
    });
    endWithThisProcess(child);
    const output = collectOutput(child);
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) =>
      resolve(code === 0 ? undefined : output().trim() || `ended with ${signal ?? code} and said nothing`),
    );
  });
}
