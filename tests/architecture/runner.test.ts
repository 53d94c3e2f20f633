import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { scratchFolder } from "~tests/support/processes";
import { countTests } from "../runner/count-tests";
import { lockfileFaults } from "../runner/lockfile";
import { SUITES } from "../runner/suites";

const WELL = { code: 0, timedOut: false };

function report(...statuses: readonly string[]): string {
  const status = statuses.includes("failed") ? "failed" : "passed";
  return JSON.stringify({
    testResults: [{ name: "a.test.ts", status, assertionResults: statuses.map((each) => ({ status: each, fullName: each })) }],
  });
}

it("counts passed and failed tests", () => {
  expect(countTests(report("passed", "passed"), WELL)).toEqual({ passed: 2, failed: 0, remarks: [] });
  expect(countTests(report("passed", "failed"), { ...WELL, code: 1 })).toEqual({ passed: 1, failed: 1, remarks: [] });
});

it.each(["skipped", "pending", "todo", "disabled"])("counts a %s test as failed", (status) => {
  expect(countTests(report("passed", status), WELL)).toMatchObject({ passed: 1, failed: 1 });
});

it("counts whatever did not run as failed", () => {
  expect(countTests(undefined, { code: 1, timedOut: false })).toMatchObject({ passed: 0, failed: 1 });
  expect(countTests(report("passed"), { code: null, timedOut: true })).toMatchObject({ passed: 0, failed: 1 });
  expect(countTests(JSON.stringify({ testResults: [] }), WELL)).toMatchObject({ passed: 0, failed: 1 });
  expect(countTests(report("passed"), { code: 1, timedOut: false })).toMatchObject({ passed: 1, failed: 1 });
  const unreadable = { name: "b.test.ts", status: "failed", assertionResults: [] };
  expect(countTests(JSON.stringify({ testResults: [unreadable] }), { code: 1, timedOut: false })).toMatchObject({ passed: 0, failed: 1 });
});

it("fits all suites and the checks into 40 minutes", () => {
  const seconds = SUITES.filter(({ onDemand }) => onDemand !== true).reduce((sum, { limitSeconds }) => sum + limitSeconds, 0);
  expect(seconds / 60).toBeLessThan(30);
});

it("sees what may drift in a lockfile", () => {
  const { folder, remove } = scratchFolder("vitrine-lockfile-");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ dependencies: { fixed: "1.0.0", floating: "^2.0.0", renewed: "3.1.0" } }));
  const packages = {
    "": { dependencies: { fixed: "1.0.0", floating: "^2.0.0", renewed: "3.0.0", forgotten: "1.0.0" } },
    "node_modules/fixed": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/floating": { version: "2.0.0", integrity: "sha512-a", resolved: "https://example.org/floating.tgz" },
    "node_modules/renewed": { version: "3.0.0" },
  };
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ lockfileVersion: 3, packages }));
  expect(lockfileFaults(folder)).toEqual([
    'floating: "^2.0.0" is not an exact version',
    "renewed: the lockfile does not have package.json's version",
    "forgotten: locked, but not in package.json",
    "node_modules/floating: names the address of a registry",
    "node_modules/renewed: has no checksum",
  ]);
  remove();
});
