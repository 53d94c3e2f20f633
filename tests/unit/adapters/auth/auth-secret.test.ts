import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { readAuthSecret } from "~/adapters/auth/auth-secret";

const folder = mkdtempSync(join(tmpdir(), "vitrine-secret-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("is one secret for all who ask at once, kept for its owner only, with nothing left over", async () => {
  const data = join(folder, "data");
  const secrets = await Promise.all(Array.from({ length: 20 }, () => readAuthSecret(data)));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]?.length).toBeGreaterThanOrEqual(32);
  expect(await readAuthSecret(data)).toBe(secrets[0]);
  expect(readdirSync(data)).toEqual(["auth-secret"]);
  expect(statSync(join(data, "auth-secret")).mode & 0o777).toBe(0o600);
});
