import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** What the built web app is made from. */
const SOURCES = ["app", "db", "public", "package.json", "package-lock.json", "remix.config.js", "tsconfig.json", "vite.config.ts"];
const STAMP = join("build", "made-from");

/** Builds the web app when its sources are not those of the last build. Errors: the build's own output when it fails. */
export async function buildIfStale(tell: (sentence: string) => void): Promise<"built" | "fresh"> {
  const now = await fingerprint();
  if ((await readStamp()) === now) return "fresh";
  tell("Building the web app (once; about half a minute) …");
  await promisify(execFile)("npm", ["run", "build"], { maxBuffer: 64 * 2 ** 20 });
  await writeFile(STAMP, now);
  return "built";
}

/** A digest of every source file's path and content: a fresh checkout of the same sources is not stale. */
async function fingerprint(): Promise<string> {
  const digest = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of await filesOf(source)) {
      digest.update(`${file}\0`);
      digest.update(await readFile(file));
    }
  }
  return digest.digest("hex");
}

async function filesOf(path: string): Promise<readonly string[]> {
  if (path.includes(".")) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function readStamp(): Promise<string | undefined> {
  try {
    return await readFile(STAMP, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
