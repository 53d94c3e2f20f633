import { parseArgs } from "node:util";
import { runChecks } from "./runner/checks";
import { type Program, provide, versions } from "./runner/programs";
import { type Result, report } from "./runner/result";
import { couldNotRun, runSuite, SUITES, type Suite } from "./runner/suites";

/**
 * `npm test`: finds or installs what the suites need, runs the static checks and every suite one after another,
 * and ends with the line `N passed, M failed`. `--only unit,integration` chooses, `--long` runs the long forms.
 */
const CHECK = "check";

const { values } = parseArgs({ options: { only: { type: "string" }, long: { type: "boolean", default: false } } });
const chosen = choose(values.only?.split(","));
const suites = SUITES.filter(({ name }) => chosen.includes(name));
const missing = await provide([...new Set(suites.flatMap((suite) => suite.needs))]);
console.log(versions());
const results: Result[] = chosen.includes(CHECK) ? [...(await runChecks())] : [];
for (const suite of suites) results.push(await runOrSay(suite));
process.exitCode = report(results) ? 0 : 1;

/** Errors: a name that is no suite. */
function choose(only: readonly string[] | undefined): readonly string[] {
  const known = [CHECK, ...SUITES.map(({ name }) => name)];
  const unknown = (only ?? []).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`No such suite: ${unknown.join(", ")}. There are: ${known.join(", ")}.`);
  return only ?? [CHECK, ...SUITES.filter(({ onDemand }) => onDemand !== true).map(({ name }) => name)];
}

async function runOrSay(suite: Suite): Promise<Result> {
  const reasons = suite.needs.flatMap((program: Program) => missing.get(program) ?? []);
  return reasons.length > 0 ? couldNotRun(suite, reasons) : runSuite(suite, { long: values.long });
}
