import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { z } from "zod";

const reportSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    totalCruised: z.number(),
  }),
});

export type ImportViolation = { readonly rule: string; readonly from: string; readonly to: string };

const CONFIGURATION = resolve(".dependency-cruiser.cjs");
const CRUISER = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** Judges the imports of the repository in `folder` by the rules of `.dependency-cruiser.cjs`. Errors: the cruiser's own words. */
export function judgeImports(
  folder: string,
  parts: readonly string[],
): { readonly violations: readonly ImportViolation[]; readonly modules: number } {
  const args = [CRUISER, "--config", CONFIGURATION, "--output-type", "json", ...parts];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
  if (!stdout.startsWith("{")) throw new Error(`dependency-cruiser said:\n${stderr || stdout}`);
  const { summary } = reportSchema.parse(JSON.parse(stdout));
  const violations = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { violations, modules: summary.totalCruised };
}
