import { runCommand } from "./cli/run-command";
import { checkWorkerEnv, readStartFolder } from "./env";

/** The command line. Standard output carries the answer only; progress, logs and warnings go to standard error. */
process.exitCode = await runCommand(process.argv.slice(2), {
  env: checkWorkerEnv,
  folder: readStartFolder(),
  print: (text) => process.stdout.write(`${text}\n`),
  say: (line) => process.stderr.write(`${line}\n`),
});
