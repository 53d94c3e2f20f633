import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

/** 48 bytes are 64 characters of text, twice what signing needs. */
const SECRET_BYTES = 48;

/**
 * The installation's own signing secret, made once in the data folder and readable by its owner only. Several
 * processes may start at the same moment: whoever links the file first wins, and all read what stands there.
 */
export async function readAuthSecret(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, "auth-secret");
  const known = await readOrNull(file);
  if (known !== null) return known;
  const draft = join(dataDir, `.auth-secret-${randomUUID()}`);
  await writeDurably(draft, randomBytes(SECRET_BYTES).toString("base64url"));
  try {
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(file, "utf8")).trim();
}

async function readOrNull(file: string): Promise<string | null> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(`${text}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
