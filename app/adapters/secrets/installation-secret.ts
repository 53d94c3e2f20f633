import { randomBytes, randomUUID } from "node:crypto";
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** 48 bytes are 64 characters of text, twice what signing needs. */
const SECRET_BYTES = 48;

/** What an installation keeps secrets for; each is a file of its own, so that no process needs to know another's. */
export type SecretName = "auth-secret" | "provider-secret" | "provider-vault-secret";

/**
 * A secret of this installation, made once in the data folder and readable by its owner only. Several processes may
 * start at the same moment: whoever links the file first wins, and all read what stands there.
 */
export function installationSecret(dataDir: string, name: SecretName): string {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, name);
  const known = readOrNull(file);
  if (known !== null) return known;
  const draft = join(dataDir, `.${name}-${randomUUID()}`);
  writeDurably(draft, randomBytes(SECRET_BYTES).toString("base64url"));
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

function writeDurably(file: string, text: string): void {
  const handle = openSync(file, "wx", 0o600);
  try {
    writeSync(handle, `${text}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
