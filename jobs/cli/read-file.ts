import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "./command";

/** The file's path, as seen from `folder`. Errors: UsageError when it is missing, a folder or not readable. */
export async function findFile(folder: string, path: string): Promise<{ readonly path: string; readonly bytes: number }> {
  const whole = resolve(folder, path);
  try {
    const facts = await stat(whole);
    if (facts.isDirectory()) throw new UsageError(`${whole} is a folder. Name the file in it.`);
    return { path: whole, bytes: facts.size };
  } catch (error) {
    throw explained(error, whole);
  }
}

/** The file as text. Errors: UsageError when it cannot be read or is not UTF-8. */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw explained(error, path);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${path} is not readable as text (UTF-8). Save it as CSV UTF-8 and try again.`);
    throw error;
  }
}

/** The file's bytes, a chunk at a time. Errors while reading: UsageError. */
export async function* streamFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw explained(error, path);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "does not exist. Check the path",
  EACCES: "may not be read by this user. Change its permissions",
  EISDIR: "is a folder. Name the file in it",
};

function explained(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  const reason = REASONS[String(error.code)];
  return reason === undefined ? error : new UsageError(`${path} ${reason}.`);
}
