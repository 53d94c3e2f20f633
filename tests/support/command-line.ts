import { type CliResult, makeHome, runCli } from "./app";

/** The command line on data of its own. */
export type CommandLine = {
  readonly dataDir: string;
  readonly call: (...words: readonly string[]) => Promise<CliResult>;
  /** The same with `--json`: the one document on standard output. Errors: what it said when it failed. */
  readonly ask: (...words: readonly string[]) => Promise<unknown>;
  readonly remove: () => void;
};

/** A fresh installation without the product running; `env` adds to or replaces the environment. */
export async function commandLine(env: Readonly<Record<string, string>> = {}): Promise<CommandLine> {
  const home = await makeHome({ INIT_CWD: process.cwd(), LOG_LEVEL: "warn", ...env });
  const call = (...words: readonly string[]): Promise<CliResult> => runCli(home, words);
  const ask = async (...words: readonly string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await call(...words, "--json");
    if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}: ${stderr}${stdout}`);
    return JSON.parse(stdout);
  };
  return { dataDir: env.DATA_DIR ?? home.dataDir, call, ask, remove: home.remove };
}
