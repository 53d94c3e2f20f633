import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Migration name → SHA-256 of its file, written when it lands. */
export type Checksums = Readonly<Record<string, string>>;

export const CHECKSUM_FILE = "tests/architecture/migrations.json";
const FOLDER = "db/migrations";
const MIGRATION = /^\d{4}-[a-z0-9-]+\.ts$/;

/** The checksums of the migrations as they stand, in order. */
export function checksumsNow(): Checksums {
  const names = readdirSync(FOLDER)
    .filter((name) => MIGRATION.test(name))
    .sort();
  return Object.fromEntries(names.map((name) => [name.replace(/\.ts$/, ""), checksum(readFileSync(join(FOLDER, name), "utf8"))]));
}

/** The checksums of the landed migrations; empty before the first landed. */
export function checksumsLanded(): Checksums {
  if (!existsSync(CHECKSUM_FILE)) return {};
  return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(CHECKSUM_FILE, "utf8")));
}

/** What is wrong with the migrations as they stand, seen from the landed ones. */
export function thawed(landed: Checksums, now: Checksums): readonly string[] {
  return [
    ...Object.keys(landed)
      .filter((name) => now[name] === undefined)
      .map((name) => `${name} landed and is gone`),
    ...Object.entries(landed)
      .filter(([name, sum]) => now[name] !== undefined && now[name] !== sum)
      .map(([name]) => `${name} landed and was changed: add a new migration instead`),
    ...Object.keys(now)
      .filter((name) => landed[name] === undefined)
      .map((name) => `${name} is not frozen: run \`node --import tsx tests/architecture/freeze-migrations.ts\``),
  ];
}

/** Line ends are the checkout's business. */
function checksum(text: string): string {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
}
