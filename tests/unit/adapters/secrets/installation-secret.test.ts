import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { installationSecret } from "~/adapters/secrets/installation-secret";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vitrine-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ASK = `import { installationSecret } from "./app/adapters/secrets/installation-secret";
process.stdout.write(installationSecret(process.argv.at(-1), "auth-secret"));`;

function askInAnotherProcess(data: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", ASK, "--", data]);
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", reject);
    child.once("close", () => resolve(String(Buffer.concat(chunks))));
  });
}

it("is one secret for all processes that ask at once, kept for its owner only, with nothing left over", async () => {
  const data = join(folder, "data");
  const secrets = await Promise.all(Array.from({ length: 4 }, () => askInAnotherProcess(data)));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]?.length).toBeGreaterThanOrEqual(32);
  expect(installationSecret(data, "auth-secret")).toBe(secrets[0]);
  expect(readdirSync(data)).toEqual(["auth-secret"]);
  expect(statSync(join(data, "auth-secret")).mode & 0o777).toBe(0o600);
});

it("is another one for every purpose", () => {
  const secrets = (["auth-secret", "provider-secret", "provider-vault-secret"] as const).map((name) => installationSecret(folder, name));
  expect(new Set(secrets).size).toBe(3);
});
