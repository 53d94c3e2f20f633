import type { ParseArgsConfig } from "node:util";
import type { WorkerDeps } from "../container";

/** Something the caller must change; the message says what, and names what is accepted. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What a command found out: the document for `--json`, the same for reading, and whether it counts as a success. */
export type CommandResult = {
  readonly json: unknown;
  readonly text: string;
  /** True when the process must end with a failure though the answer was given, e.g. a file with row errors. */
  readonly failed?: boolean;
};

export type CommandContext = {
  readonly deps: WorkerDeps;
  /** A line for the person who waits; never part of the answer. */
  readonly say: (line: string) => void;
  /** What relative paths are relative to. */
  readonly folder: string;
};

export type Options = { readonly [name: string]: string | boolean | undefined };

export type Command = {
  /** What stands after the command's name, e.g. `FILE --brand B`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** How many words besides the options it takes. */
  readonly words: { readonly least: number; readonly most: number };
  /** When events that wait are processed: before the command so that it sees their effect, or after it. */
  readonly drain: "before" | "after";
  readonly run: (
    context: CommandContext,
    given: { readonly words: readonly string[]; readonly options: Options },
  ) => Promise<CommandResult>;
};

/** The option's text. Errors: UsageError when it was left out. */
export function requiredOption(options: Options, name: string): string {
  const value = options[name];
  if (typeof value === "string" && value.trim() !== "") return value;
  throw new UsageError(`--${name} is missing.`);
}

/** The option's text, or `undefined` when it was left out. */
export function optionalOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}
