import { parseArgs } from "node:util";
import { migrate } from "~db/migrate";
import { buildWorkerDeps, type WorkerDeps } from "../container";
import { drainPending } from "../drain";
import type { ParsedWorkerEnv } from "../env";
import { type Command, type CommandResult, type Options, UsageError } from "./command";
import { COMMANDS, commandHelp, helpText } from "./commands";

/** What the process around the command line offers. */
export type Terminal = {
  readonly env: () => ParsedWorkerEnv;
  readonly folder: string;
  /** Standard output: the answer. */
  readonly print: (text: string) => void;
  /** Standard error: everything else. */
  readonly say: (line: string) => void;
};

/** Runs one call of the command line and returns its exit status: 0, or 1 after saying what to do. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const asksJson = words.includes("--json");
  try {
    const result = await answer(words, terminal);
    terminal.print(asksJson ? JSON.stringify(result.json) : result.text);
    return result.failed === true ? 1 : 0;
  } catch (error) {
    const { message, trace } = told(error);
    if (asksJson) terminal.print(JSON.stringify({ error: message }));
    terminal.say(message);
    if (trace !== null) terminal.say(trace);
    return 1;
  }
}

async function answer([name, ...rest]: readonly string[], terminal: Terminal): Promise<CommandResult> {
  if (name === undefined) throw new UsageError(helpText());
  if (["help", "--help", "-h"].includes(name)) return { json: { commands: [...COMMANDS.keys()] }, text: helpText() };
  const command = COMMANDS.get(name);
  if (command === undefined) throw new UsageError(`There is no command "${name}". Commands: ${[...COMMANDS.keys()].join(", ")}, help.`);
  const given = readWords(name, command, rest);
  if (given.options.help === true) return { json: { usage: commandHelp(name, command) }, text: commandHelp(name, command) };
  const environment = terminal.env();
  if (!environment.ok) throw new UsageError(environment.problems);
  const deps = buildWorkerDeps(environment.env, "cli");
  try {
    await migrate(deps.db);
    if (command.drain === "before") await drain(deps, terminal);
    const result = await command.run({ deps, say: terminal.say, folder: terminal.folder }, given);
    if (command.drain === "after") await drain(deps, terminal);
    return result;
  } finally {
    await deps.db.close();
  }
}

function readWords(
  name: string,
  command: Command,
  rest: readonly string[],
): { readonly words: readonly string[]; readonly options: Options } {
  const options = { ...command.options, json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
  const parsed = parse(name, command, () => parseArgs({ args: [...rest], options, allowPositionals: true, strict: true }));
  const given = { words: parsed.positionals, options: parsed.values as Options };
  const { least, most } = command.words;
  if (given.options.help === true || (given.words.length >= least && given.words.length <= most)) return given;
  const problem =
    given.words.length < least
      ? "Something is missing."
      : `"${given.words[most]}" is too much. Put quotation marks around names with blanks.`;
  throw new UsageError(`${problem}\n${commandHelp(name, command)}`);
}

function parse<Parsed>(name: string, command: Command, read: () => Parsed): Parsed {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${error.message.split(". ")[0]}.\n${commandHelp(name, command)}`);
  }
}

async function drain(deps: WorkerDeps, { say }: Terminal): Promise<void> {
  const { outstanding } = await drainPending(deps);
  if (outstanding > 0) say(`${outstanding} events are still on their way; a running worker takes them in, or repeat this command.`);
}

/** What went wrong in a sentence and, when nobody foresaw it, where in the program. */
function told(error: unknown): { readonly message: string; readonly trace: string | null } {
  if (error instanceof UsageError) return { message: error.message, trace: null };
  if (!(error instanceof Error)) return { message: `Unexpected: ${String(error)}`, trace: null };
  return { message: `Unexpected: ${error.message}`, trace: error.stack ?? null };
}
